"""The tables of notices: templates, addresses, choices, the outbox and what stand-ins kept."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chengmai.kernel.fields import SealedJsonField, SealedTextField
from chengmai.notices.words import Channel, MessageState, Topic


def _known(
    field: str, values: type[Channel | MessageState | Topic], name: str
) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": [value.value for value in values]}), name=name
    )


class Template(models.Model):
    """Title and text of a notice on one channel; names in braces are filled in.

    `provider_id` is the template's number at an SMS or WeChat provider, where one is needed.
    """

    key = models.CharField(max_length=40)
    topic = models.CharField(max_length=20)
    channel = models.CharField(max_length=10)
    title = models.CharField(max_length=80)
    body = models.TextField()
    provider_id = models.CharField(max_length=80, blank=True, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=80)

    class Meta:
        app_label = "notices"
        constraints = [
            models.UniqueConstraint(
                fields=["key", "channel", "valid_from"], name="one_template_per_day"
            ),
            _known("channel", Channel, "template_channel_is_known"),
            _known("topic", Topic, "template_topic_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.key}/{self.channel}"


class Address(models.Model):
    """Where somebody is reached by one channel; `owner` is `person:7`, `contact:9`, a device key.

    The address is sealed: a number, an e-mail address, a WeChat id, or a browser's subscription.
    """

    owner = models.CharField(max_length=90)
    channel = models.CharField(max_length=10)
    address = SealedJsonField(context="notices.address")
    address_index = models.CharField(max_length=64)
    label = models.CharField(max_length=60, blank=True, default="")
    created_at = models.DateTimeField()
    failed_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "notices"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "channel", "address_index"], name="one_address_each"
            ),
            _known("channel", Channel, "address_channel_is_known"),
        ]


class Choice(models.Model):
    """A person's own choice: this topic by this channel, or not."""

    owner = models.CharField(max_length=90)
    topic = models.CharField(max_length=20)
    channel = models.CharField(max_length=10)
    wanted = models.BooleanField()

    class Meta:
        app_label = "notices"
        constraints = [
            models.UniqueConstraint(fields=["owner", "topic", "channel"], name="one_choice_each")
        ]


class QuietHours(models.Model):
    """When nothing may ring for this person, in the city's time."""

    owner = models.CharField(max_length=90, primary_key=True)
    begins = models.TimeField()
    ends = models.TimeField()

    class Meta:
        app_label = "notices"


class Message(models.Model):
    """One message to one recipient by one channel: the outbox, and the list in the app.

    The words are sealed, for they may name a place or a person. `once` makes the same telling
    happen once: a reaction that runs twice tells nobody twice.
    """

    owner = models.CharField(max_length=90)
    channel = models.CharField(max_length=10)
    topic = models.CharField(max_length=20)
    template = models.CharField(max_length=40)
    title = SealedTextField(context="notices.title")
    body = SealedTextField(context="notices.body")
    values = SealedJsonField(context="notices.values", null=True)
    link = models.CharField(max_length=120, blank=True, default="")
    urgent = models.BooleanField(default=False)
    once = models.CharField(max_length=120)
    state = models.CharField(max_length=10, default="waiting")
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    send_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    provider_no = models.CharField(max_length=80, blank=True, default="")
    problem = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        app_label = "notices"
        constraints = [
            models.UniqueConstraint(fields=["once"], name="told_once"),
            _known("state", MessageState, "message_state_is_known"),
            _known("channel", Channel, "message_channel_is_known"),
        ]
        indexes = [
            models.Index(
                fields=["send_at", "id"],
                condition=Q(state__in=["waiting", "failed", "sending"]),
                name="message_to_send",
            ),
            models.Index(fields=["owner", "-id"], condition=Q(channel="in_app"), name="in_the_app"),
            models.Index(
                fields=["owner"],
                condition=Q(channel="in_app", read_at__isnull=True),
                name="unread",
            ),
            models.Index(fields=["state", "-id"], name="message_by_state"),
            models.Index(
                fields=["provider_no"], condition=~Q(provider_no=""), name="by_provider_no"
            ),
            models.Index(fields=["created_at"], name="message_by_age"),
        ]


class ChannelSetup(models.Model):
    """What stands behind a channel: a real gateway with its settings, or the stand-in."""

    channel = models.CharField(max_length=10, primary_key=True)
    gateway = models.CharField(max_length=20, default="stand_in")
    settings = SealedJsonField(context="notices.settings", null=True)
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField(null=True)

    class Meta:
        app_label = "notices"


class Kept(models.Model):
    """What a stand-in would have sent; for the demo, for trying templates, and for tests."""

    message_id = models.BigIntegerField()
    channel = models.CharField(max_length=10)
    to = SealedTextField(context="notices.kept.to")
    title = SealedTextField(context="notices.kept.title")
    body = SealedTextField(context="notices.kept.body")
    at = models.DateTimeField()

    class Meta:
        app_label = "notices"
        indexes = [models.Index(fields=["-at"], name="kept_by_time")]
