"""Names known from other texts as features: what a text may not tell of itself."""

from training.known_names import Known, Marked, spans

ONE = Marked([["Zorb", "Net", "wins"]], [["B-Method", "I", "O"]])
TWO = Marked([["on", "zorb", "net"], ["zorb", "net"]], [["O", "B-Dataset", "I"], ["O", "O"]])


def test_labels_are_read_as_spans():
    assert list(spans(["B-Task", "I", "B-Task", "O"])) == [(0, 2, "Task"), (2, 3, "Task")]


def test_a_text_alone_knows_nothing_of_itself():
    assert Known([ONE]).features(ONE, but=0) == [[(), (), ()]]


def test_a_name_of_another_text_is_known_in_any_case():
    [row] = Known([ONE, TWO]).features(ONE, but=0)
    assert [token[:1] for token in row] == [("g=B-Dataset",), ("g=I-Dataset",), ()]


def test_the_share_of_its_places_tells_how_sure_a_name_is():
    [row] = Known([ONE, TWO]).features(ONE, but=0)
    assert "g=B-Dataset/2" in row[0]


def test_the_longest_name_counts():
    short = Marked([["Zorb"]], [["B-Task"]])
    [row] = Known([ONE, short]).features(Marked([["Zorb", "Net"]], [["O", "O"]]), "d")
    assert row[0][0] == "d=B-Method"
