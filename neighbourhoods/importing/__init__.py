"""From other people's files and feeds into our tables, one job a module.

Reading: `files` (bounded), `api`, `folder`, `kml`, `geojson`, `tables`. Cleaning: `plain_text`, `outlines`, `grid`,
`force_codes`. Comparing and writing: `areas`, `people`, `priorities`, `events`, `staging`, `relocating`.
Saying what happened: `report`, `geometry_report`. `running` is what every command shares.
"""
