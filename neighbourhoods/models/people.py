"""Officers, and where each of them is posted from which day to which."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Case, Deferrable, F, Func, Q, Value, When
from django.forms import Select
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from neighbourhoods.forms import OfficerForm

from .published import public_id


class DateRange(Func):
    """PostgreSQL's daterange: the first day in it, the last day not."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Officer(index.Indexed, ClusterableModel):
    """Somebody a resident can name and reach. Kept once, however often they move."""

    class Rank(models.TextChoices):
        PCSO = "pcso", "PCSO"
        CONSTABLE = "pc", "PC"
        SERGEANT = "sergeant", "Sergeant"
        INSPECTOR = "inspector", "Inspector"

    force = models.ForeignKey("forces.Force", on_delete=models.PROTECT, related_name="officers")
    rank = models.CharField(max_length=10, choices=Rank, blank=True)
    name = models.CharField(max_length=80, help_text="As the public may know it.")
    collar_number = models.CharField(max_length=12, blank=True)
    photo = models.ForeignKey("images.SiteImage", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    photo_agreed_on = models.DateField(null=True, blank=True, help_text="The day they agreed that their picture may be shown.")
    bio = models.CharField("about them", max_length=300, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True, help_text="Left empty, the team's own address is shown.")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="officer",
        verbose_name="log-in",
        help_text="With it they may change the areas they are posted to, and no others.",
    )
    source_key = models.CharField(max_length=80, blank=True, editable=False)
    public_id = public_id()

    panels = [
        FieldRowPanel([FieldPanel("rank"), FieldPanel("name"), FieldPanel("collar_number")]),
        MultiFieldPanel([FieldPanel("photo"), FieldPanel("photo_agreed_on"), FieldPanel("bio")], "What the public sees"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        InlinePanel("postings", label="Posting", heading="Where they are posted"),
        FieldRowPanel([FieldPanel("user"), FieldPanel("force")]),
    ]
    base_form_class = OfficerForm
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("collar_number"), index.FilterField("rank")]

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(photo__isnull=True) | Q(photo_agreed_on__isnull=False),
                name="officer_agreed_to_photo",
                violation_error_message="Say on which day they agreed that their picture may be shown.",
            ),
            models.UniqueConstraint(fields=["force", "source_key"], condition=~Q(source_key=""), name="officer_imported_once"),
        ]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        return f"{self.get_rank_display()} {self.name}".strip()


class PostingQuerySet(models.QuerySet):
    def on(self, day: date):
        """Those that hold on a day. A posting's last day is the day before it ends: both pages are right at midnight."""
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=day), starts__lte=day)

    def named_first(self):
        """The named officer, then from the sergeant down."""
        order = [Posting.Role.NAMED, Posting.Role.SERGEANT, Posting.Role.INSPECTOR, Posting.Role.CONSTABLE, Posting.Role.PCSO]
        whens = [When(role=role, then=Value(place)) for place, role in enumerate(order)]
        return self.order_by(Case(*whens), "officer__name", "pk")


class Posting(models.Model):
    """An officer's time in an area. A move is one row closed and one opened; the right to edit the area follows."""

    class Role(models.TextChoices):
        NAMED = "named", "Your named officer"
        CONSTABLE = "constable", "Neighbourhood officer"
        PCSO = "pcso", "Community support officer"
        SERGEANT = "sergeant", "Neighbourhood sergeant"
        INSPECTOR = "inspector", "Neighbourhood inspector"

    officer = ParentalKey(Officer, on_delete=models.CASCADE, related_name="postings")
    neighbourhood = models.ForeignKey("neighbourhoods.NeighbourhoodPage", on_delete=models.CASCADE, related_name="postings")
    role = models.CharField(max_length=10, choices=Role)
    starts = models.DateField("first day")
    ends = models.DateField("day it ends", null=True, blank=True, help_text="The first day on which they are no longer there.")

    objects = PostingQuerySet.as_manager()

    panels = [FieldPanel("neighbourhood", widget=Select), FieldPanel("role"), FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")])]

    class Meta:
        ordering = ["-starts"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=F("starts")),
                name="posting_ends_after_it_starts",
                violation_error_message="A posting ends after it has started.",
            ),
            ExclusionConstraint(
                name="one_named_officer_per_area",
                expressions=[("neighbourhood", RangeOperators.EQUAL), (DateRange("starts", "ends"), RangeOperators.OVERLAPS)],
                condition=Q(role="named"),
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="Another officer is the named officer of this area at that time. End that posting first.",
            ),
            ExclusionConstraint(
                name="one_posting_per_officer_and_area",
                expressions=[
                    ("officer", RangeOperators.EQUAL),
                    ("neighbourhood", RangeOperators.EQUAL),
                    (DateRange("starts", "ends"), RangeOperators.OVERLAPS),
                ],
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="They are posted to this area at that time already.",
            ),
        ]

    def __str__(self):
        return f"{self.officer}, {self.get_role_display().lower()}"

    def validate_constraints(self, exclude=None):
        """Leaves overlaps to the officer's whole form, where one posting may end and the next start in one save."""
        for constraint in self._meta.constraints:
            if isinstance(constraint, models.CheckConstraint):
                constraint.validate(type(self), self, exclude=exclude)

    def overlaps(self, other: "Posting") -> bool:
        """Whether both are in one area on one day at least."""
        first, second = sorted((self, other), key=lambda posting: posting.starts)
        return self.neighbourhood_id == other.neighbourhood_id and (first.ends is None or second.starts < first.ends)
