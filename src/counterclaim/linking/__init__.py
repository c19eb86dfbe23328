"""From claims of many pages to copies, incidents and positions."""
