"""Telling people: in the app, by push, SMS, e-mail and WeChat, from one outbox."""
