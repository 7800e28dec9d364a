from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import Chapter, Cue, Transcript, Word
from podkit.transcripts import (
    align_speakers,
    clip,
    cut,
    insert,
    search,
    sentences,
    shift,
    split,
    spread,
    to_chapters,
    turns,
    vtt,
)

UNTIMED = st.lists(st.text(max_size=9).map(lambda text: Cue(text=text)), min_size=1, max_size=9)


def times(cues, duration):
    return [(cue.start, cue.end) for cue in spread(Transcript(cues=cues), duration).cues]


@settings(max_examples=100, deadline=None)
@given(cues=UNTIMED, duration=st.integers(9, 10**8))
def test_estimated_times_fill_the_duration_and_grow(cues, duration):
    spans = times(cues, duration / 1000)
    assert (spans[0][0], spans[-1][1]) == (0, duration / 1000)
    assert all(end == start for (_, end), (start, _) in pairwise(spans))
    assert all(start < end for start, end in spans)


@settings(max_examples=50, deadline=None)
@given(cues=UNTIMED, duration=st.floats(0.001, 1e6))
def test_estimated_times_are_whole_milliseconds_within_any_duration(cues, duration):
    spans = times(cues, duration)
    assert all(time == round(time * 1000) / 1000 for span in spans for time in span)
    assert spans[-1][1] == round(duration * 1000) / 1000
    assert all(start <= end for start, end in spans)


def test_a_longer_text_lasts_longer():
    assert times([Cue(text="a" * 10), Cue(text="b" * 30)], 40) == [(0, 10), (10, 40)]


def test_all_but_the_times_stays():
    transcript = Transcript(cues=[Cue(text="Hello.", speaker="Ann")], language="en")
    expected = attrs.evolve(transcript, cues=[Cue(text="Hello.", speaker="Ann", start=0, end=9)])
    assert spread(transcript, 9) == expected


def test_cues_that_have_times_keep_them():
    cues = [Cue(text="a", start=0.0001, end=5), Cue(text="b", start=4, end=50)]
    assert spread(Transcript(cues=cues), 9).cues == tuple(cues)


def test_cues_between_timed_ones_share_the_time_between():
    cues = [
        Cue(text="a"),
        Cue(text="b", start=2, end=3),
        Cue(text="c"),
        Cue(text="d"),
        Cue(text="e", start=7),
        Cue(text="f"),
    ]
    assert times(cues, 9) == [(0, 2), (2, 3), (3, 5), (5, 7), (7, 8), (8, 9)]


def test_nothing_is_spread_to_nothing():
    assert spread(Transcript(), 9) == Transcript()


@pytest.mark.parametrize("duration", [0, -1, 0.0004, float("nan"), float("inf")])
def test_a_duration_that_is_none_is_an_error(duration):
    with pytest.raises(ValueError, match="expected the duration as a positive number of seconds"):
        spread(Transcript(), duration)


def test_timed_cues_that_leave_no_time_are_an_error():
    cues = [Cue(text="a", start=1, end=8), Cue(text="b"), Cue(text="c", start=5, end=9)]
    message = r"no time is left for 'b': it would start at 8.0 seconds and end at 5.0"
    with pytest.raises(ValueError, match=message):
        spread(Transcript(cues=cues), 20)


WORDS = st.sampled_from(
    ["a", "we", "late.", "Dr.", "Ann", "repaint", "(so)", "”", "名前", "です。", "Ja!", "…"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).flatmap(
    lambda words: st.sampled_from([" ", "\n", "  "]).map(lambda gap: gap.join(words))
)


@st.composite
def transcripts_of_speech(draw):
    """Draw cues that follow one another, to the millisecond, some with the times of their words."""
    cues, begin = [], 0
    for text in draw(st.lists(TEXTS, max_size=6)):
        start = begin + draw(st.integers(0, 2000))
        end = start + draw(st.integers(0, 5000))
        texts = text.split() if draw(st.booleans()) else []
        times = sorted(
            draw(st.lists(st.integers(start, end), min_size=len(texts), max_size=len(texts)))
        )
        words = [
            Word(text=word, start=at / 1000, end=until / 1000)
            for word, at, until in zip(texts, times, [*times[1:], end], strict=False)
        ]
        speaker = draw(st.sampled_from([None, "Ann", "Bo"]))
        cues.append(
            Cue(text=text, start=start / 1000, end=end / 1000, speaker=speaker, words=words)
        )
        begin = end
    return Transcript(cues=cues, language="en")


SPEECH = transcripts_of_speech()
FAST = settings(max_examples=80, deadline=None)
MILLISECONDS = st.integers(0, 20_000).map(lambda time: time / 1000)


def letters(transcript):
    """All that is said, without white space."""
    return "".join(transcript.text.split())


def spans(transcript):
    return [(cue.start, cue.end) for cue in transcript.cues]


def in_order(transcript):
    flat = [time for span in spans(transcript) for time in span]
    return flat == sorted(flat)


@pytest.mark.parametrize("edit", [turns, sentences, split], ids=lambda edit: edit.__name__)
@FAST
@given(transcript=SPEECH)
def test_text_order_and_speakers_stay_and_times_stay_in_order(edit, transcript):
    edited = edit(transcript)
    assert letters(edited) == letters(transcript)
    assert in_order(edited)
    assert edited.language == "en"
    assert speakers_of_letters(edited) == speakers_of_letters(transcript)
    if transcript.cues:
        assert edited.cues[0].start == transcript.cues[0].start
        assert edited.cues[-1].end == transcript.cues[-1].end


def speakers_of_letters(transcript):
    return [cue.speaker for cue in transcript.cues for letter in "".join(cue.text.split())]


@FAST
@given(transcript=SPEECH)
def test_words_keep_their_times_wherever_they_go(transcript):
    words = [word for cue in transcript.cues for word in cue.words]
    for edit in (turns, sentences, split):
        kept = [word for cue in edit(transcript).cues for word in cue.words]
        assert set(words) <= set(kept)


@FAST
@given(transcript=SPEECH, seconds=MILLISECONDS)
def test_shifting_there_and_back_changes_nothing(transcript, seconds):
    assert shift(shift(transcript, seconds), -seconds) == transcript


@FAST
@given(transcript=SPEECH, start=MILLISECONDS, length=MILLISECONDS)
def test_what_is_cut_and_what_is_clipped_is_the_whole(transcript, start, length):
    end = start + length
    before, inside, after = (
        clip(transcript, *stretch) for stretch in [(0, start), (start, end), (end, 1e6)]
    )
    assert letters(before) + letters(inside) + letters(after) == letters(transcript)
    assert letters(cut(transcript, start, end)) == letters(before) + letters(after)
    assert all(0 <= first <= last <= round(length, 6) for first, last in spans(inside))


@FAST
@given(transcript=SPEECH, at=MILLISECONDS, duration=MILLISECONDS)
def test_what_is_inserted_can_be_cut_again(transcript, at, duration):
    inserted = insert(transcript, at, duration)
    assert letters(inserted) == letters(transcript)
    assert in_order(inserted)
    assert clip(inserted, at, at + duration).cues == () or duration == 0
    back = cut(inserted, at, at + duration)
    assert letters(back) == letters(transcript)
    assert in_order(back)
    if transcript.cues:
        last, moved = transcript.cues[-1].end, inserted.cues[-1].end
        # Where all of the last cue is said before, it ends there.
        assert moved <= at or moved == pytest.approx(last + duration)


@FAST
@given(transcript=SPEECH, characters=st.integers(1, 40), lines=st.integers(1, 3))
def test_captions_are_of_few_and_short_lines(transcript, characters, lines):
    for cue in split(transcript, max_characters=characters, max_lines=lines).cues:
        shown = cue.text.split("\n")
        assert len(shown) <= lines
        assert all(len(line) <= characters or " " not in line.strip() for line in shown)


def texts(transcript):
    return [cue.text for cue in transcript.cues]


def of(*cues):
    """Make a transcript of texts, a second each."""
    return Transcript(cues=[Cue(text=text, start=at, end=at + 1) for at, text in enumerate(cues)])


@pytest.mark.parametrize(
    ("cues", "joined"),
    {
        ("Hello,", "all."): "Hello, all.",
        ("Hello", ",", "all", "!"): "Hello, all!",
        ("We\nwait", "here."): "We wait here.",
        ("私は", "名前。"): "私は名前。",
        ("私は", "Ann"): "私は Ann",
    }.items(),
)
def test_turns_are_joined_as_their_script_is_written(cues, joined):
    assert texts(turns(of(*cues))) == [joined]


def test_turns_without_bound_join_what_one_speaker_says():
    cues = [Cue(text="a", speaker="Ann"), Cue(text="b", speaker="Ann"), Cue(text="c")]
    assert turns(Transcript(cues=cues)).cues == (Cue(text="a b", speaker="Ann"), Cue(text="c"))


def test_turns_within_a_bound_are_no_longer():
    assert texts(turns(of("aaa", "bbb", "ccc"), max_characters=7)) == ["aaa bbb", "ccc"]
    assert texts(turns(of("aaa", "bbb"), max_characters=1)) == ["aaa", "bbb"]


def test_a_turn_lasts_as_long_as_its_cues():
    cues = [Cue(text="a", start=1, end=9), Cue(text="b", start=2, end=3), Cue(text="c", start=4)]
    assert spans(turns(Transcript(cues=cues))) == [(1, 9)]
    assert spans(turns(Transcript(cues=[Cue(text="a"), *cues]))) == [(None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "One. Two! Three? Four… Five": ["One.", "Two!", "Three?", "Four…", "Five"],
        "“So.” (Yes.) No.": ["“So.”", "(Yes.)", "No."],
        "Dr. J. R. Lee, e.g. at 3.5 p.m. sharp.": ["Dr. J. R. Lee, e.g. at 3.5 p.m. sharp."],
        "「はい。」いいえ。": ["「はい。」", "いいえ。"],
        "no end": ["no end"],
    }.items(),
)
def test_sentences_end_where_they_end(text, expected):
    assert texts(sentences(of(text))) == expected
    assert texts(sentences(of(*text.split()))) == expected


def test_sentences_know_the_words_of_segments_of_one_word():
    joined = sentences(of("We", "wait.", "Here", "too."))
    assert spans(joined) == [(0, 2), (2, 4)]
    assert [word.start for word in joined.cues[1].words] == [2, 3]


def test_sentences_of_one_cue_share_its_time():
    assert spans(sentences(Transcript(cues=[Cue(text="Aaa. Bbb.", start=0, end=9)]))) == [
        (0, 5),
        (5, 9),
    ]


def test_untimed_cues_are_divided_without_times():
    transcript = Transcript(cues=[Cue(text="Aaa. Bbb.")])
    assert sentences(transcript).cues == (Cue(text="Aaa."), Cue(text="Bbb."))
    assert split(transcript, max_characters=4, max_lines=1).cues == sentences(transcript).cues
    assert cut(transcript, 0, 9) == insert(transcript, 0, 9) == transcript
    assert clip(transcript, 0, 9).cues == ()


def test_a_caption_begins_with_its_first_word():
    words = [Word(text="Aaa", start=1, end=2), Word(text="bbb", start=7, end=8)]
    transcript = Transcript(cues=[Cue(text="Aaa bbb", start=0, end=9, words=words)])
    parts = split(transcript, max_characters=3, max_lines=1)
    assert spans(parts) == [(0, 2), (7, 9)]
    assert [cue.words for cue in parts.cues] == [(words[0],), (words[1],)]


def test_words_that_the_text_spells_otherwise_are_passed_over():
    words = [Word(text="three", start=1), Word(text="years", start=2), Word(text="on", start=9)]
    transcript = Transcript(cues=[Cue(text="3 years on", start=0, end=4, words=words)])
    assert [cue.start for cue in split(transcript, max_characters=5, max_lines=1).cues] == [
        0,
        2,
        3.5,
    ]


def test_lines_are_about_the_same_length():
    text = "We have been meaning to repaint it"
    assert texts(split(of(text), max_characters=32)) == ["We have been meaning\nto repaint it"]


def test_a_word_longer_than_a_line_has_one_to_itself():
    assert texts(split(of("so Donaudampfschiff"), max_characters=5)) == ["so\nDonaudampfschiff"]


def test_captions_that_fit_stay_as_they_are():
    transcript = Transcript(cues=[Cue(text="a\nb", start=0, end=1, id="x", markup="<i>a</i>\nb")])
    assert split(transcript) == turns(transcript) == transcript


def test_an_absent_end_is_the_start_of_the_next_cue_where_it_is_needed():
    cues = [Cue(text="Aaa. Bbb.", start=0), Cue(text="Ccc. Ddd.", start=9)]
    assert spans(sentences(Transcript(cues=cues))) == [(0, 5), (5, 9), (9, 9), (9, 9)]


@pytest.mark.parametrize("arguments", [{"max_characters": 0}, {"max_lines": 0}])
def test_captions_of_nothing_are_an_error(arguments):
    with pytest.raises(ValueError, match="expected positive numbers"):
        split(Transcript(), **arguments)


def test_a_shift_before_the_beginning_is_an_error():
    with pytest.raises(
        ValueError, match=r"cues\[0\] would begin at -1.0 seconds; cut\(transcript, 0"
    ):
        shift(of("a"), -1)


@pytest.mark.parametrize("stretch", [(-1, 2), (2, 1), (0, float("inf")), (float("nan"), 1)])
def test_a_stretch_that_is_none_is_an_error(stretch):
    for edit in (cut, clip):
        with pytest.raises(ValueError, match="expected a stretch of time, not from"):
            edit(Transcript(), *stretch)
    with pytest.raises(ValueError, match="expected a stretch of time, not from"):
        insert(Transcript(), 0, -1)


def test_a_cue_across_a_cut_loses_what_is_said_in_it():
    cue = Cue(text="aaa bbb ccc ddd", start=0, end=15, speaker="Ann", settings="align:start")
    assert cut(Transcript(cues=[cue]), 4, 8).cues == (
        attrs.evolve(cue, text="aaa", start=0, end=4),
        attrs.evolve(cue, text="ccc ddd", start=4, end=11),
    )


def test_an_advertisement_parts_the_cue_that_it_is_put_into():
    words = [Word(text="aaa", start=0, end=1), Word(text="bbb", start=2, end=3)]
    cue = Cue(text="aaa bbb", start=0, end=3, words=words)
    first, last = insert(Transcript(cues=[cue]), 1.5, 30).cues
    assert (first.text, first.start, first.end) == ("aaa", 0, 1)
    assert (last.text, last.start, last.end) == ("bbb", 32, 33)
    assert last.words == (Word(text="bbb", start=32, end=33),)


def test_a_cue_without_length_is_not_divided():
    assert texts(insert(Transcript(cues=[Cue(text="a b", start=1)]), 1, 9)) == ["a b"]


def told(*turns_of):
    return Transcript(
        cues=[Cue(text=".", start=start, end=end, speaker=name) for start, end, name in turns_of]
    )


def test_a_cue_gets_the_speaker_who_speaks_longest_in_it():
    other = told((0, 1, "Bo"), (1, 3, "Ann"), (1.5, 1.6, "Ann"), (3, 3.9, "Bo"), (3.9, 5, None))
    cues = [Cue(text="a", start=0, end=4), Cue(text="b", start=0.1, end=0.9), Cue(text="c")]
    cues += [Cue(text="d", start=4.5, end=5, speaker="Cy"), Cue(text="e", start=3.5)]
    aligned = align_speakers(Transcript(cues=cues), other)
    assert [cue.speaker for cue in aligned.cues] == ["Ann", "Bo", None, "Cy", "Bo"]


def test_speakers_are_aligned_in_time_that_grows_with_the_length():
    many = 6000
    other = told((0, many, "Ann"), *((at, at + 0.5, "Bo") for at in range(many)))
    cues = [Cue(text="a", start=at, end=at + 1) for at in range(many)]
    aligned = align_speakers(Transcript(cues=cues), other)
    assert {cue.speaker for cue in aligned.cues} == {"Ann"}


def test_a_cue_that_many_speakers_take_part_in_gets_the_one_who_speaks_longest():
    many = 6000
    other = told(*((at, at + (0.75 if at % 2 else 0.5), "AB"[at % 2]) for at in range(many)))
    cues = [Cue(text="a", start=0, end=many)] * many
    aligned = align_speakers(Transcript(cues=cues), other)
    assert {cue.speaker for cue in aligned.cues} == {"B"}


def test_many_chapters_of_one_long_cue_take_time_that_grows_with_their_number():
    many = 6000
    cue = Cue(text="So it goes on. " * many, start=0, end=many)
    chapters = to_chapters(Transcript(cues=[cue]), [at / 2 for at in range(2000)])
    assert [chapter.title for chapter in chapters[::2]] == ["So it goes on."] * 1000


@pytest.mark.parametrize("edit", [turns, sentences, split], ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("piece", [".", " ", "\n", ". ", "。", "」", "a.", " \n", "'"])
def test_any_piece_many_times_takes_time_that_grows_with_its_number(edit, piece):
    many = f"x{piece * 30_000}x"
    transcript = Transcript(cues=[Cue(text=f"a\n{many}", start=0, end=9), Cue(text=many)])
    assert letters(edit(transcript)) == letters(transcript)


def test_chapters_are_called_by_what_is_said_at_their_start():
    transcript = of("Hello, all. I am Ann.", "so it goes", "on " * 30, "The end. Bye.")
    chapters = to_chapters(transcript, [0, 0.6, 1, 2, 99], max_characters=12)
    assert chapters.chapters == (
        Chapter(start=0, title="Hello, all."),
        Chapter(start=0.6, title="I am Ann."),
        Chapter(start=1, title="so it goes…"),
        Chapter(start=2, title="on on on…"),
        Chapter(start=99),
    )
    assert to_chapters(Transcript(), [5]).chapters == (Chapter(start=5),)


def test_a_title_of_one_long_word_is_cut_short():
    assert to_chapters(of("a" * 99), [0], max_characters=5)[0].title == "aaaa…"


def test_texts_are_found_across_cues_whatever_their_capitals():
    transcript = of("We have been\nmeaning to", "REPAINT the boat.", "Strasse, Straße.")
    assert [(found.index, found.start) for found in search(transcript, "to Repaint")] == [
        (0, 0.913043)
    ]
    assert [found.index for found in search(transcript, "straße")] == [2, 2]
    assert search(transcript, "been meaning")[0].cue == transcript.cues[0]
    assert search(transcript, "absent") == search(transcript, "  ") == []


def test_texts_are_found_in_cues_without_times():
    assert search(Transcript(cues=[Cue(text="Hello.")]), "hello")[0].start is None


@pytest.mark.parametrize("edit", [turns, sentences, split], ids=lambda edit: edit.__name__)
def test_long_transcripts_take_time_that_grows_with_their_length(edit):
    many = 6000
    words = [Cue(text=f"w{at}.", start=at, end=at + 1) for at in range(many)]
    assert letters(edit(Transcript(cues=words))) == letters(Transcript(cues=words))
    long = Cue(text="so " * many, start=0, end=many, words=[Word(text="so", start=1)] * many)
    assert letters(edit(Transcript(cues=[long]))) == "so" * many


@pytest.mark.parametrize("function", [sentences, turns])
def test_joined_cues_that_are_out_of_order_do_not_end_before_they_start(function):
    cues = [Cue(text="Hello,", start=7), Cue(text="all.", start=1, end=2)]
    [joined] = function(Transcript(cues=cues)).cues
    assert (joined.text, joined.start) == ("Hello, all.", 7)
    assert joined.end is None or joined.end >= 7


def test_what_has_no_times_is_said_at_the_end_of_what_it_is_joined_to():
    cues = [Cue(text="Hello.", start=0, end=2), Cue(text="Goodbye.")]
    divided = sentences(Transcript(cues=cues)).cues
    assert [(cue.text, cue.start, cue.end) for cue in divided] == [
        ("Hello.", 0, 2),
        ("Goodbye.", 2, 2),
    ]


@pytest.mark.parametrize("function", [cut, insert, clip])
def test_a_cue_without_a_text_is_not_divided_but_left_out(function):
    transcript = Transcript(cues=[Cue(text="", start=0, end=9), Cue(text="Hi.", start=2, end=3)])
    assert all(cue.text for cue in function(transcript, 1, 8).cues)


def test_an_instant_finer_than_a_microsecond_stays_one():
    cue = Cue(text="Well. No.", start=3.3333333, end=3.3333333)
    for part in sentences(Transcript(cues=[cue])).cues:
        assert part.start == part.end == 3.3333333


STYLED = [
    Cue(text="So it", id="a", start=0, end=2, markup="<i>So</i> it", settings="line:0"),
    Cue(text="goes. Well.", id="b", start=2, end=4, markup="<b>goes. Well.</b>"),
    Cue(text="Salt &\npepper.", id="c", start=4, end=6, markup="Salt &amp;\n<i>pepper.</i>"),
    Cue(text="No.", start=6, end=7),
]


def kept(cues):
    return [(cue.text, cue.id, cue.markup) for cue in cues]


def test_a_cue_that_is_a_sentence_stays_as_it_is():
    divided = sentences(Transcript(cues=STYLED)).cues
    assert divided[2] == STYLED[2]
    assert kept(divided) == [
        ("So it goes.", None, "<i>So</i> it <b>goes.</b>"),
        ("Well.", None, "<b>Well.</b>"),
        ("Salt &\npepper.", "c", "Salt &amp;\n<i>pepper.</i>"),
        ("No.", None, None),
    ]


def test_a_turn_of_one_cue_is_it_and_joined_cues_keep_their_styles():
    assert turns(Transcript(cues=STYLED[:1])).cues == (STYLED[0],)
    assert kept(turns(Transcript(cues=STYLED)).cues) == [
        (
            "So it goes. Well. Salt & pepper. No.",
            None,
            "<i>So</i> it <b>goes. Well.</b> Salt &amp; <i>pepper.</i> No.",
        )
    ]


def test_parts_of_a_cue_keep_their_styles_and_the_first_one_its_identifier():
    before, after = insert(Transcript(cues=STYLED[1:2]), 3, 30).cues
    assert kept([before, after]) == [
        ("goes.", "b", "<b>goes.</b>"),
        ("Well.", None, "<b>Well.</b>"),
    ]
    assert kept(cut(Transcript(cues=STYLED[1:2]), 0, 3).cues) == [("Well.", None, "<b>Well.</b>")]
    assert kept(split(Transcript(cues=STYLED[1:3]), max_characters=8, max_lines=1).cues) == [
        ("goes.", "b", "<b>goes.</b>"),
        ("Well.", None, "<b>Well.</b>"),
        ("Salt &", "c", None),
        ("pepper.", None, "<i>pepper.</i>"),
    ]
    wrapped = split(Transcript(cues=STYLED[1:2]), max_characters=8).cues
    assert kept(wrapped) == [("goes.\nWell.", "b", "<b>goes.</b>\n<b>Well.</b>")]
    assert vtt.loads(vtt.dumps(Transcript(cues=wrapped))).cues == wrapped


@pytest.mark.parametrize("markup", ["<i>Pepper", "<i>So it </i>\n goes."])
def test_markup_that_is_not_of_the_text_is_left_out(markup):
    cue = Cue(text="So it\n goes. Well.", start=0, end=9, markup=markup)
    for edit in (turns, sentences, split):
        for part in edit(Transcript(cues=[cue, STYLED[3]])).cues:
            assert part.markup in (None, markup)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["<i>", "</i>", "<b.x>", "</b>", "so ", "it\n", "goes. ", "&amp;"])),
    st.integers(0, 30),
)
def test_parts_have_the_markup_of_their_text(pieces, at):
    found = vtt.loads(f"WEBVTT\n\n00:00.000 --> 00:30.000\n{''.join(pieces)}")
    for edited in (insert(found, at, 1), sentences(found), turns(found), split(found)):
        assert kept(vtt.loads(vtt.dumps(edited)).cues) == kept(edited.cues)


def test_times_in_markup_are_not_kept_in_parts():
    cue = Cue(text="So. It.", start=0, end=9, markup="<i>So.</i> <00:01.000>It.")
    assert [part.markup for part in sentences(Transcript(cues=[cue])).cues] == ["<i>So.</i>", None]
