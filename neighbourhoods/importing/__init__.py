"""From other people's files and feeds into our tables, one job a module.

Reading: `api`, `folder`, `kml`, `geojson`, `tables`. Cleaning: `outlines`, `grid`,
`force_codes`. Comparing and writing: `areas`, `people`, `priorities`, `events`, `staging`, `relocating`.
Saying what happened: `geometry_report`. What every import shares is in policesite/importing/.
"""
