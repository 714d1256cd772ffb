"""The phone screen: each desk that somebody may change, with its state, and what to do about it now.

Two taps close a desk. Whatever is sent, only the desks that `changeable_by` gives are ever touched.
"""

from dataclasses import dataclass
from functools import cached_property

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from policesite import clock

from . import closing, opening
from .hours import Closure
from .models import EnquiryDeskPage
from .now_forms import CloseForm, Ends, TodayForm
from .wording import Opening, moment_words, stretches_in_words

may_close = permission_required("enquiry_desks.add_closure", raise_exception=True)
SCREEN = "enquiry_desks-now"


@dataclass
class Card:
    """One desk on the screen. `sent` holds a form that was refused, by what it does."""

    desk: EnquiryDeskPage
    closure: Closure | None
    sent: dict

    @cached_property
    def close_form(self) -> CloseForm:
        return self.sent.get("close") or close_form(self.desk)

    @cached_property
    def today_form(self) -> TodayForm:
        return self.sent.get("change-today") or today_form(self.desk)

    @property
    def asks_to_be_confirmed(self) -> bool:
        return bool(self.closure) and self.closure.is_unconfirmed(clock.now())


def my_desks(user) -> list[EnquiryDeskPage]:
    """The public desks whose hours this person may change, with their rules; one that has moved away is left out."""
    desks = EnquiryDeskPage.objects.changeable_by(user).live().order_by("path").with_rules()
    return [desk for desk in desks if not desk.has_moved]


def cards_for(user, sent: dict | None = None) -> list[Card]:
    desks = my_desks(user)
    standing = {closure.desk_id: closure for closure in Closure.objects.filter(desk__in=desks).standing(clock.now()).select_related("closed_by")}
    return [Card(desk, standing.get(desk.pk), (sent or {}).get(desk.pk, {})) for desk in desks]


def close_form(desk, data=None) -> CloseForm:
    return CloseForm(data, prefix=f"close-{desk.pk}", ends=Ends((desk.rules,), clock.now()))


def close_all_form(desks, data=None) -> CloseForm:
    return CloseForm(data, prefix="close-all", ends=Ends(tuple(desk.rules for desk in desks), clock.now()))


def today_form(desk, data=None) -> TodayForm:
    hours = opening.plan(desk.rules, clock.today()).hours
    filled = {"opens": hours[0].opens, "closes": hours[-1].closes} if hours else {}
    form = TodayForm(data, prefix=f"today-{desk.pk}", initial=filled)
    if len(hours) > 1:
        form.fields["opens"].help_text = f"In place of {', '.join(stretches_in_words(hours))}: the desk is then open in between too."
    return form


@never_cache
@may_close
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    return screen(request)


def screen(request: HttpRequest, sent: dict | None = None, all_form: CloseForm | None = None) -> HttpResponse:
    """The screen; with a form that was refused, it says so at the top as well: the form may be far below."""
    for form in [all_form] if all_form else [form for forms in (sent or {}).values() for form in forms.values()]:
        messages.error(request, f"Nothing was changed. {' '.join(sentence for told in form.errors.values() for sentence in told)}")
    cards = cards_for(request.user, sent)
    shown = {
        "cards": cards,
        "all_form": all_form or close_all_form([card.desk for card in cards]),
        "may_change": request.user.has_perm("enquiry_desks.add_dayexception"),
    }
    return render(request, "enquiry_desks/admin/now.html", shown, status=422 if sent or all_form else 200)


def desk_of(request: HttpRequest, pk: int) -> EnquiryDeskPage:
    """The desk, if it is one of theirs. Raises PermissionDenied."""
    desk = next((desk for desk in my_desks(request.user) if desk.pk == pk), None)
    if desk is None:
        raise PermissionDenied
    return desk


def done(request: HttpRequest, sentence: str) -> HttpResponse:
    messages.success(request, f"{sentence} The public site says so now.")
    return redirect(SCREEN)


@require_POST
@may_close
def close(request: HttpRequest, pk: int) -> HttpResponse:
    desk = desk_of(request, pk)
    form = close_form(desk, request.POST)
    if form.is_valid():
        try:
            closure = closing.close(desk, request.user, form.why, form.until_when)
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            return done(request, f"{desk.title} is closed {until_words(closure)}.")
    return screen(request, {pk: {"close": form}})


@require_POST
@may_close
def close_all(request: HttpRequest) -> HttpResponse:
    desks = my_desks(request.user)
    form = close_all_form(desks, request.POST)
    if form.is_valid():
        try:
            closed = closing.close_all(desks, request.user, form.why, form.until_when)
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            return done(request, f"Closed: {', '.join(dict.fromkeys(c.desk.title for c in closed)) or 'none, for all of them were closed already'}.")
    return screen(request, all_form=form)


@require_POST
@permission_required("enquiry_desks.add_dayexception", raise_exception=True)
def change_today(request: HttpRequest, pk: int) -> HttpResponse:
    desk = desk_of(request, pk)
    form = today_form(desk, request.POST)
    if form.is_valid():
        try:
            closing.change_today(desk, request.user, *(form.cleaned_data[name] for name in ("opens", "closes", "reason")))
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            return done(request, f"{desk.title} has other hours today.")
    return screen(request, {pk: {"change-today": form}})


@require_POST
@may_close
def open_again(request: HttpRequest, pk: int) -> HttpResponse:
    desk = desk_of(request, pk)
    closing.open_again(desk, request.user)
    del desk.rules  # as they are now
    return done(request, f"{desk.title}: {Opening(desk.rules, clock.now()).sentence}.")


@require_POST
@may_close
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    desk = desk_of(request, pk)
    closing.confirm(desk, request.user)
    return done(request, f"{desk.title} is still closed until further notice. We ask again in 24 hours.")


def until_words(closure: Closure) -> str:
    return f"until {moment_words(closure.ends, clock.now())}" if closure.ends else "until further notice"
