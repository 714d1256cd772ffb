from datetime import date, datetime, time, timedelta

import pytest
from django.core.management import CommandError, call_command

from enquiry_desks.importing import import_bank_holidays
from policesite import clock
from policesite.clock import LONDON
from policesite.delivery.templatetags.house import full_date
from policesite.users.roles import COMMS_MANAGER

from .test_admin_screens import person


def test_the_shipped_bank_holidays_are_those_of_england_and_wales(northants):
    assert import_bank_holidays(northants.force) == 140
    titles = dict(northants.force.bank_holidays.values_list("day", "title"))
    assert titles[date(2026, 12, 28)] == "Boxing Day, substitute day" and date(2026, 1, 2) not in titles  # the second is Scotland's


def test_importing_again_adds_nothing_and_leaves_what_an_editor_changed(northants):
    import_bank_holidays(northants.force)
    northants.force.bank_holidays.filter(day=date(2026, 12, 25)).update(title="Christmas")
    assert import_bank_holidays(northants.force) == 0
    assert northants.force.bank_holidays.get(day=date(2026, 12, 25)).title == "Christmas"


def test_the_command_imports_for_every_force(elsewhere, northants, capsys):
    call_command("import_bank_holidays")
    said = capsys.readouterr()
    assert said.out.splitlines() == ["Northamptonshire Police: 140 bank holidays added.", "Elsewhere Police: 140 bank holidays added."]
    assert said.err == ""


def test_the_command_and_the_first_screen_warn_nine_months_before_the_list_runs_out(northants, client, capsys):
    import_bank_holidays(northants.force)
    last = northants.force.bank_holidays.last().day
    user = person(COMMS_MANAGER)
    for days, warned in ((275, False), (273, True), (-30, True)):
        with clock.at(datetime.combine(last - timedelta(days=days), time(12), LONDON)):
            client.force_login(user)
            call_command("import_bank_holidays")
            words = f"Northamptonshire Police has no bank holidays after {full_date(last)}. Get https://www.gov.uk/bank-holidays.json"
            assert (words in capsys.readouterr().err) == warned
            assert (f"bank holidays are known only until {full_date(last)}." in client.get("/admin/").content.decode()) == warned


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"england-and-wales": {"events": [{"date": "soon", "title": "x"}]}}', '{"england-and-wales": 1}']
)
def test_a_file_in_another_format_is_refused_in_a_sentence(northants, tmp_path, content):
    path = tmp_path / "holidays.json"
    path.write_text(content)
    with pytest.raises(CommandError):
        call_command("import_bank_holidays", str(path))
    assert northants.force.bank_holidays.count() == 0


def test_a_missing_file_is_refused_in_a_sentence(northants, tmp_path):
    with pytest.raises(CommandError):
        call_command("import_bank_holidays", str(tmp_path / "none.json"))
