"""What search engines read of any page, in schema.org's words."""


def breadcrumbs(page) -> dict:
    """The way down to `page` from the home page, as the page itself shows it."""
    way = [*page.trail, page]
    steps = [
        {"@type": "ListItem", "position": place, "name": "Home" if place == 1 else each.title, "item": each.full_url}
        for place, each in enumerate(way, 1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps}
