"""A numbered name that a question asks about (七场硬战), and how a report writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.patterns import regex
from reports.text import plain

from ..evidence.prepared import Evidence
from ..questions.counted import numerals


@dataclass(frozen=True, slots=True)
class Term:
    """A numbered name of the question: ``count`` parts, ``noun`` what they are, ``name`` as written.

    ``before`` is what stands right before it in the question (安全治理 of 安全治理三大工程).
    ``strict``: the question says the number again (哪三城): less than all parts is no answer.
    """

    name: str
    count: int
    noun: str
    strict: bool
    before: str = ""


def turned(term: Term) -> Iterator[Term]:
    """三大安全治理工程 as a report may write it: 安全治理三大工程."""
    measure = plain(term.noun)[:1]
    for at in range(3, len(term.noun) - 1) if measure in "大个项类条" else ():
        noun = measure + term.noun[at:]
        name = term.name.removesuffix(term.noun) + noun
        yield replace(term, name=name, noun=noun, before=plain(term.noun[1:at]))


def written(term: Term, evidence: Evidence) -> str:
    """The longest beginning of the term that the report uses (老三样产业: 三样), or ``""``.

    The count may be written in another way than in the question (6大产业, 六大产业).
    """
    asked = plain(term.name)
    rest = asked[len(asked) - len(plain(term.noun)) :]
    others = [numeral + rest for numeral in numerals(term.count).split("|")]
    return next((told for name in (asked, *others) if (told := _begun(name, evidence))), "")


def _begun(name: str, evidence: Evidence) -> str:
    # 三个 alone names nothing.
    least = 2 if len(name) <= 4 and name[1] not in "个件条" else 3
    for size in range(len(name), least - 1, -1):
        # 四大主 of 四大主导产业 begins another word
        whole = size == len(name) or _TAIL.fullmatch(name[size:]) is not None
        if whole and name[:size] in evidence.folded:
            return name[:size]
    return ""


_TAIL = regex(
    "(?:产业|工程|建设|行动|项目|体系|战略|目标|任务|领域|方面|企业|机制|计划|工作|格局|思路|重点|要求|原则|模式|政策|活动|"
    "做法|办法|措施|理念|精神|方针|方案|制度|品牌|内容|特色|特点|的|之[一-鿿]|[一-鿿])+"
)
