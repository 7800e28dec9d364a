from podkit import Chapter, Chapters
from podkit.chapters import with_ends


def ends(*chapters, duration=None):
    return [chapter.end for chapter in with_ends(Chapters(chapters=chapters), duration)]


def test_a_chapter_ends_where_the_next_one_starts_and_the_last_with_the_audio():
    assert ends(Chapter(start=0), Chapter(start=5), duration=9) == [5, 9]
    assert ends(Chapter(start=0), Chapter(start=5)) == [5, None]
    assert ends() == []


def test_an_end_that_is_there_stays():
    assert ends(Chapter(start=0, end=3), Chapter(start=5, end=99), duration=9) == [3, 99]


def test_a_chapter_that_starts_later_than_what_would_be_its_end_keeps_none():
    assert ends(Chapter(start=7), Chapter(start=5), duration=4) == [None, None]


def test_chapters_within_another_end_with_it_at_the_latest():
    inner = [Chapter(start=1), Chapter(start=2)]
    value = Chapters(chapters=[Chapter(start=0, chapters=inner), Chapter(start=5)])
    assert [chapter.end for chapter in with_ends(value)[0].chapters] == [2, 5]


def test_all_else_stays():
    value = Chapters(author="Ann", chapters=[Chapter(start=0, title="A", hidden=True)])
    found = with_ends(value, 1)
    assert (found.author, found[0].title, found[0].hidden) == ("Ann", "A", True)
