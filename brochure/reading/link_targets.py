"""Targets of links: what they may be, what is wrong with one, and links that were typed amiss."""

from __future__ import annotations

import re

from brochure.model.phones import LEAST, count_digits, read_phone
from brochure.model.web_addresses import mixed_scripts
from brochure.reading.faults import Fault
from brochure.remember import remember

_NO_FAULT = Fault("", "", "")


def link_fault(target: str) -> Fault | None:
    """Return what is wrong with a link's target; an empty fault if nothing, None if it is text."""
    scheme, colon, rest = target.partition(":")
    if colon and scheme.replace("+", "").replace("-", "").isalnum() and not scheme[0].isdigit():
        check = _SCHEMES.get(scheme.lower())
        return check(target, rest) if check else _refused(target, scheme)
    if target[:1] in _WRAPS:
        return _wrapped(target)
    if "@" in target:
        return Fault(target, f"the link to `{target}` needs mailto:", f"Type (mailto:{target})")
    if count_digits(target) >= LEAST and (phone := read_phone(target)).typed == target:
        return _needs_tel(target, phone.link)
    host = target.split("/", 1)[0]
    if "." in host.strip(".") and "/" != target[0] != "#" and not host.replace(".", "").isdigit():
        return Fault(target, f"the link to `{target}` needs https://", f"Type (https://{target})")
    if target.lower().startswith(("http//", "https//")):
        return Fault(target, f"`{target}` is not a web address", _LIKE)
    return None


_LIKE = "Type it like (https://spine.example)"
_WRAPS = "<\"'“‘"
"""Signs that people put around an address."""


def _wrapped(target: str) -> Fault | None:
    """Return the refusal of an address within further signs; None if no address is within."""
    inner = target.strip("<>\"'“”‘’")
    if not inner or link_fault(inner) is None:
        return None
    message = f"the link to `{target}` has signs around its address"
    return Fault(target, message, f"Type ({inner})", becomes=inner)


def _needs_tel(target: str, link: str) -> Fault:
    return Fault(target, f"the link to `{target}` needs tel:", f"Type ({link})", becomes=link)


def _refused(target: str, scheme: str) -> Fault:
    hint = "Only https:, mailto: and tel: links work on paper and screen alike."
    if scheme.lower() == "http":
        hint = f"Type (https{target[4:]}); try it in a browser first."
    return Fault(target, f"a link cannot start with `{scheme}:`", hint)


def _https(target: str, rest: str) -> Fault:
    host = re.split("[/?#]", rest.removeprefix("//"), maxsplit=1)[0]
    if not rest.startswith("//") or not host.strip(".") or set(host) & set('"<>\\^`{|}%'):
        return Fault(target, f"`{target}` is not a web address", _LIKE)
    if "@" in host:
        return _hidden(target, host)
    label = mixed_scripts(host)
    if label:
        message = f"the address `{target}` may pass for another one: look at `{label}`"
        hint = "Type it again by hand, or copy it from the page that it opens."
        return Fault(target, message, hint, "warning")
    return _NO_FAULT


def _hidden(target: str, host: str) -> Fault:
    """Return the refusal of a host behind a user's name, which looks like a host of its own."""
    name, _, opened = host.rpartition("@")
    meant = target.replace(f"{name}@", "", 1)
    message = f"the link `{target}` opens {opened}, not what stands in front of the @"
    return Fault(target, message, f"Type ({meant}) if that is meant.")


def _mailto(target: str, rest: str) -> Fault:
    address, _, query = rest.partition("?")
    if not is_email(address):
        hint = "Type (mailto:name@spine.example)"
        return Fault(target, f"`{rest}` is not an e-mail address", hint)
    parts = query.split("&") if query else []
    kept = [part for part in parts if _is_subject(part)]
    if len(kept) == len(parts):
        return _NO_FAULT
    lines = ", ".join(part.partition("=")[0] for part in parts if part not in kept)
    message = f"an e-mail link may give a subject and nothing else, not `{lines}`"
    mended = f"mailto:{address}{'?' if kept else ''}{kept[0] if kept else ''}"
    return Fault(target, message, f"Type ({mended})", becomes=mended)


def _is_subject(part: str) -> bool:
    """Return whether a part of a mailto: query is a subject of one line."""
    name, _, words = part.lower().partition("=")
    return name == "subject" and "%0" not in words


def _tel(target: str, rest: str) -> Fault:
    digits = count_digits(rest)
    if 3 <= digits <= 15 and not set(rest) - set("+0123456789-.;=ext"):
        phone = read_phone(rest)
        if digits < LEAST or (phone.digits and not phone.left_over):
            return _NO_FAULT
    phone = read_phone(rest)
    if phone.digits and not phone.left_over:
        message = f"`{rest}` is not written as a link's phone is"
        return Fault(target, message, f"Type ({phone.link})", becomes=phone.link)
    return Fault(target, f"`{rest}` is not a phone number", "Type it like (tel:310-828-7757)")


_SCHEMES = {"https": _https, "mailto": _mailto, "tel": _tel}


def is_email(address: str) -> bool:
    """Return whether a text has the shape of an e-mail address."""
    name, at, host = address.rpartition("@")
    labels = host.split(".")
    shaped = bool(name and at and len(labels) > 1 and all(labels)) and len(address) <= 254
    return shaped and not set(address) & set(" ,;:<>()[]\\\"'\u00a0") and "@" not in name


# -------------------------------------------------------- words in braces

_SAMPLES = {
    "{phone}": "310-828-7757",
    "{website}": "spine.example",
    "{email}": "care@spine.example",
}
_STARTS = {"{phone}": "tel:", "{website}": "https://", "{email}": "mailto:"}


def facts_fault(target: str) -> Fault:
    """Return what is wrong with a target that names facts of the clinic in braces."""
    probe = target
    for fact, sample in _SAMPLES.items():
        if probe.startswith(fact):
            probe = _STARTS[fact] + probe
        probe = probe.replace(fact, sample)
    fault = link_fault(re.sub(r"\{\w+\}", "x", probe))
    if fault is not None and not fault.message:
        return _NO_FAULT
    hint = "Type ({phone}), ({website}) or ({email}); a page of the website is ({website}/page)."
    return Fault(target, f"`{target}` is not an address that can be opened", hint)


# ------------------------------------------------------------ typed amiss


@remember(1)
def _amiss() -> re.Pattern[str]:
    return re.compile(r"( *)\(( *(?:https?:|mailto:|tel:|www\.)[^()\[\]]{1,2000})(\)?)", re.I)


def raw_link(text: str, end: int, words: str, before: str) -> Fault | None:
    """Return what keeps a link from being one, with the mended link; None if it is plain text.

    ``end`` is where the bracket with its ``words`` closes; ``before`` is what stands in front.
    """
    if words.lower().startswith(("https://", "http://", "mailto:", "tel:")):
        turned = re.search(r"\(([^()]+)\)$|(?<=\])$", before)
        return _turned(turned[1] or "", words) if turned and before else None
    phone = _phone_alone(text, end, words)
    if phone:
        return phone
    found = _amiss().match(text, end)
    if not found or (found[3] and not found[1] and " " not in found[2]):
        return None
    if not found[3] and ")" in text[found.end() :]:
        return None
    target, typed = _mended(found[2]), f"]{found[0]}"
    mended = f"[{words}]({target})"
    why = "has a space in it" if found[3] else "has no closing )"
    message = f"the link `[{words}{typed}` {why}, so it would be printed as typed"
    becomes = f"]({target})" if found[3] else None
    return Fault(typed, message, f"Type {mended}", becomes=becomes)


def _phone_alone(text: str, end: int, words: str) -> Fault | None:
    """Return what a phone with spaces lacks to be a target: [Call us](555 201 4477)."""
    found = re.compile(r"\(([+\d][\d .-]{7,24})\)").match(text, end)
    phone = read_phone(found[1]) if found else None
    if not found or not phone or not phone.sure:
        return None
    message = f"the link `[{words}]{found[0]}` needs tel: and no spaces"
    mended = f"({phone.link})"
    return Fault(found[0], message, f"Type [{words}]{mended}", becomes=mended)


def _turned(words: str, target: str) -> Fault:
    mended = f"[{words or 'words'}]({target})"
    message = f"the brackets of the link to `{target}` are the other way round"
    return Fault(f"[{target}]", message, f"Type {mended}")


def _mended(target: str) -> str:
    """Return a target without its spaces."""
    target = re.sub(r"\s+[\"'“].*$", "", target.strip())
    scheme, _, rest = target.partition(":")
    if scheme.lower() == "tel":
        return f"tel:{read_phone(rest).link.removeprefix('tel:') or '-'.join(rest.split())}"
    if scheme.lower() == "mailto":
        return "".join(target.split())
    whole = target if ":" in target else f"https://{target}"
    return "%20".join(whole.split())
