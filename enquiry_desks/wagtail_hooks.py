from wagtail import hooks

from .admin_screens import EnquiryDesksGroup


@hooks.register("register_admin_viewset")
def hours_of_desks():
    return EnquiryDesksGroup()
