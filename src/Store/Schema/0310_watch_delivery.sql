-- When an event was last posted, or tried to be: what the desk tells of a watch.
ALTER TABLE watch_events ADD COLUMN tried_at TEXT;
