from django.contrib.auth.models import Permission
from wagtail import hooks

from .admin_screens import EnquiryDesksGroup


@hooks.register("register_admin_viewset")
def hours_of_desks():
    return EnquiryDesksGroup()


@hooks.register("register_permissions")
def right_over_every_desk():
    return Permission.objects.filter(content_type__app_label="enquiry_desks", codename="edit_every_enquirydeskpage")
