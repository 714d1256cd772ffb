from django import forms


class HoldForm(forms.Form):
    why = forms.CharField(
        max_length=200, label="Why", help_text="For the record, and for the person who will be asked to lift the hold. The public does not see it."
    )
