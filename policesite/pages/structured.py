"""What search engines read of any page, in schema.org's words."""


def breadcrumbs(page) -> dict:
    """The way down to `page` from the home page, as the page itself shows it."""
    way = [*page.way, (page.title, page)]
    steps = [{"@type": "ListItem", "position": place, "name": name, "item": step.full_url} for place, (name, step) in enumerate(way, 1)]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps}
