"""Who changed a setting of the site, when, from what to what: the exit's destination, the beta's words, the force's addresses."""

from wagtail import hooks
from wagtail.log_actions import LogFormatter, log


@hooks.register("before_edit_setting")
def remember_what_it_was(request, setting) -> None:
    request.setting_before = values(setting)


@hooks.register("after_edit_setting")
def record_what_changed(request, setting) -> None:
    before, after = getattr(request, "setting_before", {}), values(setting)
    changed = {name: [before.get(name, ""), now] for name, now in after.items() if before.get(name, "") != now}
    if changed:
        log(setting, "policesite.change_setting", user=request.user, data={"changed": changed})


@hooks.register("register_log_actions")
def how_it_reads(actions) -> None:
    @actions.register_action("policesite.change_setting")
    class ChangedSetting(LogFormatter):
        label = "Change setting"

        def format_message(self, entry) -> str:
            return "; ".join(f"{name}: “{before}” became “{now}”" for name, (before, now) in entry.data["changed"].items())


def values(setting) -> dict[str, str]:
    """Each field that an editor can change, by the name the editor sees."""
    fields = (field for field in setting._meta.concrete_fields if field.editable and not field.primary_key)
    return {str(field.verbose_name): str(getattr(setting, field.attname)) for field in fields}
