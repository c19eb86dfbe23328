"""Where and when things happened: dates, places and events in sentences, and which sentences tell of one thing."""
