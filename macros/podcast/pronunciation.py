"""How the computer voice says words that espeak-ng reads wrongly; a transcript keeps the spelling.

A value between double brackets holds phonemes of espeak-ng's Dutch voice, a value without them is
another spelling. `espeak-ng -v nl -q -x woord` prints the phonemes of a word; a quote stands
before the syllable with the stress.
"""

import re

SAID: dict[str, str] = {
    "2020": "tweeduizend twintig",
    "2021": "tweeduizend eenentwintig",
    "2022": "tweeduizend tweeëntwintig",
    "2027": "tweeduizend zevenentwintig",
    "aanwezigen": "[[a:nv#'e:z@Q@n]]",
    "adviesaanvraag": "[[Adv'is,a:nvra:x]]",
    "bedoeling": "[[b@d'ulIN]]",
    "bolletje": "[[b'Ol@tj@]]",
    "catalogus": "[[ka:t'a:lo:Q,8s]]",
    "daarna": "[[da:rn'a:]]",
    "datzelfde": "[[dAtz'Elvd@]]",
    "dialoog": "[[,dia:l'o:x]]",
    "directies": "[[,dir'Eksis]]",
    "eenentachtig": "[[,e:n@nt'Axt@x]]",
    "elkaar": "[[Elk'a:r]]",
    "ernaar": "[[Ern'a:r]]",
    "goodiebag": "[[g'udib,Ek]]",
    "hetzelfde": "[[h@tz'Elvd@]]",
    "hybride": "[[hibr'id@]]",
    "lichamelijke": "[[lIx'a:m@l@k@]]",
    "omstandigheden": "[[Omst'And@xh,e:d@n]]",
    "omzendbrief": "[['Omz@ndbr,if]]",
    "ondervraagden": "[[Ond@rvr'a:Qd@n]]",
    "ontwerp": "[['Ontv#Erp]]",
    "oorspronkelijke": "[[o:rspr'ONk@l@k@]]",
    "opname": "[['Opn,a:m@]]",
    "opvragen": "[['Opvr,a:Q@n]]",
    "overleg": "[['o:v@rl,Ex]]",
    "schaduwkant": "[[sx'a:dyUk,Ant]]",
}

_WORD = re.compile(r"[\w'’-]+")


def pronounced(sentence: str) -> str:
    """Give a sentence as espeak-ng must read it, the words of the list replaced."""
    return _WORD.sub(lambda word: SAID.get(word.group().casefold(), word.group()), sentence)
