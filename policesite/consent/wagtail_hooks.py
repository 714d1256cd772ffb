from wagtail import hooks

from . import register

hooks.register("visitor_leaves", register.expire_optional_cookies)
