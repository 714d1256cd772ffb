"""Our own drawings for the demonstration site, in the manner of static/img/hero.svg."""
