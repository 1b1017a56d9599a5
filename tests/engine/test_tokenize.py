"""SPEC 2: tokens, and disguises undone where that gives a known word."""

from __future__ import annotations

import pytest

from server.engine.tokenize import Lexicon, build_lexicon, token_spans, tokenize, tokenize_handle

KNOWN = frozenset({"air", "ayo", "pjr", "coblos", "pilih", "arwana", "menang", "menangkan", "saat", "elok", "nomor"})


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """A few known words, two acronyms, two words for tags only."""
    bundle = {"segments": ["gaspol", "rakyat"], "acronyms": ["pjr", "pjrm"], "words": ["ayo"], "aliases": [["pjr"]]}
    return build_lexicon(bundle, KNOWN)


def test_everything_but_letters_and_digits_separates(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "ayo, coblos-pilih_2x!").words == ["ayo", "coblos", "pilih", "2x"]


def test_one_sign_directly_before_a_word_stays_with_it(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "# @ab @@cd a@ef").words == ["@ab", "@cd", "a", "@ef"]


def test_plain_words_keep_no_origins(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "ayo coblos").origins is None


def test_spans_are_half_open_and_hold_the_sign(lexicon: Lexicon) -> None:
    assert token_spans(tokenize(lexicon, "a @bc, d")) == [(0, 1), (2, 5), (7, 8)]


def test_letters_with_separators_between_become_the_acronym_they_spell(lexicon: Lexicon) -> None:
    tokens = tokenize(lexicon, "ayo p.j.r kita")
    assert (tokens.words, tokens.origins) == (["ayo", "pjr", "kita"], [(0, 0), (1, 3), (4, 4)])


def test_the_longest_spelled_acronym_wins(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "p j r m x").words == ["pjrm", "x"]


def test_spelled_words_that_are_no_acronym_stay_apart(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "e l o k").words == ["e", "l", "o", "k"]


def test_an_acronym_spelled_after_other_single_letters_is_found(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "a b p j r").words == ["a", "b", "pjr"]


@pytest.mark.parametrize(
    ("folded", "word"), [("c0bl05", "coblos"), ("e1ok", "elok"), ("pil1h", "pilih"), ("4rwan4", "arwana")]
)
def test_digits_are_read_as_letters_where_that_gives_a_known_word(folded: str, word: str, lexicon: Lexicon) -> None:
    assert tokenize(lexicon, folded).words == [word]


@pytest.mark.parametrize("folded", ["m4nt4p", "c0b", "2024", "c0blos2"])
def test_digits_stay_where_it_does_not(folded: str, lexicon: Lexicon) -> None:
    assert tokenize(lexicon, folded).words == [folded]


@pytest.mark.parametrize(("folded", "word"), [("coblooos", "coblos"), ("pppilihhhh", "pilih"), ("saaaat", "saat")])
def test_stretched_letters_are_shortened_to_one_then_to_two(folded: str, word: str, lexicon: Lexicon) -> None:
    assert tokenize(lexicon, folded).words == [word]


@pytest.mark.parametrize("folded", ["cobloos", "hahaaaa", "gaspoool"])
def test_stretched_letters_stay_where_no_known_word_comes_of_it(folded: str, lexicon: Lexicon) -> None:
    assert tokenize(lexicon, folded).words == [folded]


def test_digits_and_stretching_are_undone_together(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "c0bl0000s").words == ["coblos"]


def test_a_tag_is_followed_by_its_parts_which_share_its_place(lexicon: Lexicon) -> None:
    tokens = tokenize(lexicon, "ayo #gaspolarwana2024")
    assert tokens.words == ["ayo", "#gaspolarwana2024", "gaspol", "arwana", "2024"]
    assert tokens.origins == [(0, 0), (1, 1), (1, 1), (1, 1), (1, 1)]


def test_words_for_tags_alone_are_not_known_elsewhere(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "g4spol").words == ["g4spol"]


@pytest.mark.parametrize("folded", ["#bukuarwana", "#elo", "#" + "arwana" * 10 + "s", "#zzzzzz"])
def test_a_tag_that_is_short_long_or_mostly_unknown_has_no_parts(folded: str, lexicon: Lexicon) -> None:
    assert tokenize(lexicon, folded).words == [folded]


def test_what_is_left_between_known_words_is_a_part(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "#arwanayoelok").words == ["#arwanayoelok", "arwana", "yo", "elok"]


def test_parts_leave_the_fewest_letters_unknown(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "#menangkanarwana").words == ["#menangkanarwana", "menangkan", "arwana"]


def test_digits_inside_a_tag_are_read_as_letters_where_it_had_no_parts(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "#c0bl0sarw4na").words == ["#c0bl0sarw4na", "coblos", "arwana"]


def test_a_handle_in_a_text_has_no_parts(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "@coblosarwana").words == ["@coblosarwana"]


def test_an_account_name_is_followed_by_its_pieces(lexicon: Lexicon) -> None:
    tokens = tokenize_handle(lexicon, "dpc.coblosarwana")
    assert tokens.words == ["@dpc", "coblosarwana", "|", "dpc", "coblos", "arwana"]
    assert tokens.origins == [(0, 0), (1, 1), (1, 1), (0, 0), (1, 1), (1, 1)]


def test_the_pieces_of_an_account_name_have_their_disguise_undone(lexicon: Lexicon) -> None:
    assert tokenize_handle(lexicon, "@x_4rw4n4").words == ["@x", "4rw4n4", "|", "x", "arwana"]


def test_an_empty_account_name_has_no_tokens(lexicon: Lexicon) -> None:
    assert tokenize_handle(lexicon, "").words == []


def test_three_letters_are_a_part_only_as_a_rule_word_or_a_whole_name(lexicon: Lexicon) -> None:
    assert tokenize(lexicon, "#ayocoblospjr").words == ["#ayocoblospjr", "ayo", "coblos", "pjr"]
    assert tokenize(lexicon, "#pilihxair").words == ["#pilihxair"]
