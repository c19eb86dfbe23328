"""Short pages of many kinds: what is told inside another's words, chains, lost and odd marks, lines with a speaker."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.stages.attribution import find_attributions
from counterclaim.stages.passages import split_passages
from counterclaim.stages.quotations import find_quotations
from counterclaim.syntax import Parse

LEXICON = load_lexicon()
Row = tuple[str, str, str, int | None]  # who, by which cue, what, and the number of the row within which it is told

PAGES: dict[str, tuple[str, list[Row]]] = {
    "a headline that ends with its speaker": (
        "Nine killed in raid on Osk: monitor\n"
        "\n"
        "The mayor of Osk said the army had denied shelling the market. "
        "He told Velm Press that residents reported hearing three blasts.",
        [
            ("monitor", ":", "Nine killed in raid on Osk", None),
            ("The mayor of Osk", "said", "the army had denied shelling the market", None),
            ("the army", "denied", "shelling the market", 1),
            ("He", "told", "that residents reported hearing three blasts", None),
            ("residents", "reported", "hearing three blasts", 3),
        ],
    ),
    "chains of agencies": (
        "The defence ministry said nine soldiers were killed, Velm Press reported on Monday. "
        "Forty rebels also died, according to the ministry, as quoted by the Tarn agency.",
        [
            ("The defence ministry", "said", "nine soldiers were killed", 1),
            ("Velm Press", "reported", "The defence ministry said nine soldiers were killed", None),
            ("the ministry", "according to", "Forty rebels also died", 3),
            ("the Tarn agency", "quoted", "Forty rebels also died", None),
        ],
    ),
    "citing a correspondent as saying": (
        "Velm Radio cited its correspondent in Osk as saying that the bridge had been hit twice. "
        "The channel gave no source.",
        [
            ("Velm Radio", "cited", "its correspondent in Osk as saying that the bridge had been hit twice", None),
            ("its correspondent in Osk", "saying", "that the bridge had been hit twice", 0),
        ],
    ),
    "quoting witnesses between commas": (
        "The Osk Herald reported, quoting witnesses, that a drone had struck the convoy.",
        [
            ("The Osk Herald", "reported", "that a drone had struck the convoy", None),
            ("witnesses", "quoting", "that a drone had struck the convoy", 0),
        ],
    ),
    "another's claim repeated and a claim dismissed": (
        "In a post on Tuesday, the envoy repeated the army's claim that no civilians had been hurt. "
        "The minister dismissed the claim that his troops had fired on the market.",
        [
            ("the envoy", "repeated", "the army's claim that no civilians had been hurt", None),
            ("the army", "claim", "that no civilians had been hurt", 0),
            ("The minister", "dismissed", "the claim that his troops had fired on the market", None),
            ("", "claim", "that his troops had fired on the market", 2),
        ],
    ),
    "a charge that is denied": (
        "The ministry accused the rebels of breaking the truce, a charge they denied. "
        "The bridge was hit by Velmish jets, which the army disputes.",
        [
            ("The ministry", "accused", "the rebels of breaking the truce", None),
            ("they", "denied", "a charge", None),
            ("the army", "disputes", "which", None),
        ],
    ),
    "reports and allegations of nobody": (
        "Osk's mayor said there were reports of looting in the eastern districts. "
        "The council said it had received allegations that prisoners were beaten.",
        [
            ("Osk's mayor", "said", "there were reports of looting in the eastern districts", None),
            ("", "reports", "of looting in the eastern districts", 0),
            ("The council", "said", "it had received allegations that prisoners were beaten", None),
            ("", "allegations", "that prisoners were beaten", 2),
        ],
    ),
    "believed and thought to be": (
        "Jets believed to belong to the Velmish air force struck the town of Osk on Sunday. "
        "The planes, thought to be new, came twice.",
        [
            ("", "believed", "to belong to the Velmish air force", None),
            ("", "thought", "The planes … to be new", None),
        ],
    ),
    "passives of belief and accusation": (
        "The commander is believed to have fled to the hills. The militia is accused of burning the village of Tarn.",
        [
            ("", "believed", "The commander … to have fled to the hills", None),
            ("", "accused", "burning the village of Tarn", None),
        ],
    ),
    "expectations and worries": (
        "The envoy said he expected the two sides to agree on a truce. He was worried about the dam.",
        [
            ("The envoy", "said", "he expected the two sides to agree on a truce", None),
            ("he", "expected", "the two sides to agree on a truce", 0),
            ("He", "worried", "about the dam", None),
        ],
    ),
    "a promise within a welcome": (
        "The council said it welcomed the ministry's promise to open the crossing. "
        "Their aim was to hold the pass until spring.",
        [
            ("The council", "said", "it welcomed the ministry's promise to open the crossing", None),
            ("it", "welcomed", "the ministry's promise to open the crossing", 0),
            ("the ministry", "promise", "to open the crossing", 1),
            ("Their", "aim", "to hold the pass until spring", None),
        ],
    ),
    "videos and footage": (
        "A video shows two men carrying a child out of a burning house. "
        "Footage posted online appeared to show tanks entering Osk.",
        [
            ("A video", "shows", "two men carrying a child out of a burning house", None),
            ("Footage posted online", "show", "tanks entering Osk", None),
        ],
    ),
    "a quotation that fills the next paragraph": (
        '"We heard the planes at dawn," said Mira Soll, a teacher in Osk.\n'
        "\n"
        '"Then the roof came down and we could not breathe."',
        [
            ("Mira Soll, a teacher in Osk", "said", '"We heard the planes at dawn,"', None),
            ("Mira Soll, a teacher in Osk", "", '"Then the roof came down and we could not breathe."', None),
        ],
    ),
    "an answer without a verb": (
        "We asked the army why the school was hit. "
        "The response from the Osk army command? "
        "“We do not comment on operations.”",
        [
            ("We", "asked", "why the school was hit", None),
            ("the Osk army command", "response", "“We do not comment on operations.”", None),
        ],
    ),
    "a signature under a quotation": (
        "“No one has been left behind. We will return to Osk.” — Tarn Oben, mayor of Osk",
        [
            ("Tarn Oben, mayor of Osk", "—", "“No one has been left behind. We will return to Osk.”", None),
        ],
    ),
    "a speaker on a line of the page's own": (
        "The raid went on all night.\n"
        "\n"
        "Mayor Tarn Oben:\n"
        "\n"
        "We have buried nine people today. "
        "The shelling has not stopped.",
        [
            ("Mayor Tarn Oben", ":", "We have buried nine people today. The shelling has not stopped", None),
        ],
    ),
    "a mark opened and never closed": (
        'The mayor called the raid "a crime and the army called it an error. Nobody else spoke.',
        [
            ("The mayor", "called", 'the raid "a crime and the army called it an error.', None),
        ],
    ),
    "doubled and angular marks": (
        "''The town is empty,'' said Mira Soll. «The shops are shut», said Tarn Oben.",
        [
            ("Mira Soll", "said", "''The town is empty,''", None),
            ("Tarn Oben", "said", "«The shops are shut»", None),
        ],
    ),
    "a quotation split by its speaker": (
        "“The town,” Mira Soll said, “is empty.” Then she wept.",
        [
            ("Mira Soll", "said", "“The town,” … “is empty.”", None),
        ],
    ),
    "speech over several paragraphs": (
        "“The first fell at six,” Mira Soll said. "
        "“The second hit us.\n"
        "\n"
        "“Nobody came. "
        "We dug.\n"
        "\n"
        "“My sister is still there.”",
        [
            (
                "Mira Soll",
                "said",
                "“The first fell at six,” … “The second hit us. … “Nobody came. We dug. … “My sister is still there.”",
                None,
            ),
        ],
    ),
    "a quotation within a quotation": (
        "The mayor said: \"The planes came at dawn. 'Run,' my mother shouted. We ran.\"",
        [
            ("The mayor", "said", "\"The planes came at dawn. 'Run,' my mother shouted. We ran.\"", None),
            ("my mother", "shouted", "Run", 0),
        ],
    ),
    "what a witness was told": (
        "“They told us the road was safe,” said Mira Soll. “The rebels said they would let us pass.”",
        [
            (
                "Mira Soll",
                "said",
                "“They told us the road was safe,” … “The rebels said they would let us pass.”",
                None,
            ),
            ("They", "told", "the road was safe", 0),
            ("The rebels", "said", "they would let us pass", 0),
        ],
    ),
    "three deep": (
        "Mira Soll, 34, says her brother told her that the soldiers had promised to leave by dawn.",
        [
            ("Mira Soll, 34", "says", "her brother told her that the soldiers had promised to leave by dawn", None),
            ("her brother", "told", "that the soldiers had promised to leave by dawn", 0),
            ("the soldiers", "promised", "to leave by dawn", 1),
        ],
    ),
    "according to, within what is said": (
        "The ministry said that, according to its investigation, the shell was fired by the rebels.",
        [
            ("The ministry", "said", "that, according to its investigation, the shell was fired by the rebels", None),
            ("its investigation", "according to", "the shell was fired by the rebels", 0),
        ],
    ),
    "fears and proposals of somebody": (
        "Families fled to the hills for fear of another raid. "
        "A Velmish proposal to open the road was rejected by the council.",
        [
            ("Families", "fear", "of another raid", None),
            ("the council", "rejected", "A Velmish proposal to open the road", None),
            ("Velmish", "proposal", "to open the road", 1),
        ],
    ),
    "a page without commas": (
        "The agency said the dam was safe adding that engineers had seen the wall. "
        "Two buildings collapsed said the mayor. "
        "The road to the town is shut sources close to the army told Velm Press. "
        "Forty men walked over the pass on Monday. "
        "The huts there were empty and the wells dry and the bread gone. "
        "The snow had come early to the upper valley and the mules would not cross the bridge after dark. "
        "Nobody had lit the lamps in the square since the raid. "
        "The children slept in the cellar of the old mill with their coats on. "
        "A dog lay at the door. "
        "In the morning a bus came up from the coast. "
        "It took nine of them away to the school at Tarn.",
        [
            ("The agency", "said", "the dam was safe", None),
            ("The agency", "adding", "that engineers had seen the wall", None),
            ("the mayor", "said", "Two buildings collapsed", None),
            ("sources close to the army", "told", "The road to the town is shut", None),
        ],
    ),
}


@pytest.fixture(scope="module")
def rows(parse: Callable[[str], Parse]) -> Callable[[str], list[Row]]:
    def run(text: str) -> list[Row]:
        passages = split_passages(Document("test", text), LEXICON)
        found = find_attributions(parse(text), passages, find_quotations(text, passages), (), LEXICON)
        texts = [(" … ".join(s.exact for s in a.source), " ".join(s.exact for s in a.cue)) for a in found]
        return [
            (*names, " … ".join(s.exact for s in a.content), a.parent) for names, a in zip(texts, found, strict=True)
        ]

    return run


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES.keys())
def test_a_page_tells_this_and_no_more(rows: Callable[[str], list[Row]], text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "’", "'", "«", "»", "„", "``", "''"])
@pytest.mark.parametrize("place", [0, 9, 34, 52])
def test_one_odd_mark_loses_no_statement(rows: Callable[[str], list[Row]], mark: str, place: int) -> None:
    text = "The mayor of Osk said the army had denied shelling the town."
    found = rows(text[:place] + mark + text[place:] + "\n\nThe council demanded an inquiry.")
    assert ("The council", "demanded", "an inquiry", None) in found
    assert "said" in [cue for _, cue, _, _ in found]
