"""The languages that a podcast may be in: the codes of two letters of ISO 639 (set 1).

Apps and directories know no others, and refuse a feed with a code that does not exist.
"""

from macros.catalogue.problems import shown, suggestion

_ISO_639 = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia
id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo
lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk
tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
CODES = frozenset(_ISO_639.split())


def language_fault(tag: str) -> str | None:
    """Give what is wrong with a language tag (`nl`, `nl-NL`), in Dutch; None when apps know it."""
    code = tag.partition("-")[0]
    if code in CODES:
        return None
    near = suggestion(code, CODES)
    return (
        f"de taal {shown(tag)} kennen podcast-apps niet.{near} Vul een code van twee letters in "
        "(ISO 639), zoals nl of en."
    )
