"""Bringing the news of an older site along: from its feed, or the file that it exports, into articles of ours."""
