"""What every import of somebody else's data shares: files read in bounds, text made plain, one report, one import at a time."""
