from datetime import date

import pytest
from django.core.management import CommandError, call_command

from enquiry_desks.importing import import_bank_holidays


def test_the_shipped_bank_holidays_are_those_of_england_and_wales(northants):
    assert import_bank_holidays(northants.force) == 140
    titles = dict(northants.force.bank_holidays.values_list("day", "title"))
    assert titles[date(2026, 12, 28)] == "Boxing Day" and date(2026, 1, 2) not in titles  # the second is Scotland's


def test_importing_again_adds_nothing_and_leaves_what_an_editor_changed(northants):
    import_bank_holidays(northants.force)
    northants.force.bank_holidays.filter(day=date(2026, 12, 25)).update(title="Christmas")
    assert import_bank_holidays(northants.force) == 0
    assert northants.force.bank_holidays.get(day=date(2026, 12, 25)).title == "Christmas"


def test_the_command_imports_for_every_force(elsewhere, northants, capsys):
    call_command("import_bank_holidays")
    assert capsys.readouterr().out.splitlines() == ["Northamptonshire Police: 140 bank holidays added.", "Elsewhere Police: 140 bank holidays added."]


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
