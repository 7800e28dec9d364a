"""Times `podkit.pages` writing the pages of 1,000 episodes, and their show's index.

Usage: ``python benchmarks/page_writing.py [--rounds 5]``

The page is that of the example show, which has 7 sections, 23 links and a transcript of 70
paragraphs, with another number and title each time. The figures are pages in a second of one core,
by the time that the process itself had.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import attrs

from podkit import Cue, Enclosure, Episode, EpisodePage, Show, Transcript, pages

PAGE = Path(__file__).parent.parent / "examples" / "feminist-wellness" / "ep-270" / "page.txt"
EPISODES = 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    made = made_pages()
    show = Show(title="Show", episodes=tuple(page.episode for page in made))
    seconds = fastest(lambda: sum(len(pages.html.dumps(page)) for page in made), rounds)
    print(f"{EPISODES / seconds:.0f} episode pages in a second")
    seconds = fastest(lambda: pages.index.dumps(show), rounds)
    print(f"{EPISODES / seconds:.0f} episodes of an index in a second")


def made_pages() -> list[EpisodePage]:
    """Make a page for each episode, with times in its transcript."""
    page = pages.read(PAGE)
    spoken = page.transcript.cues if page.transcript else ()
    cues = (attrs.evolve(cue, start=25 * i, end=25 * (i + 1)) for i, cue in enumerate(spoken))
    transcript = Transcript(cues=tuple(cues))
    return [made_page(page, number, transcript) for number in range(EPISODES)]


def made_page(page: EpisodePage, number: int, transcript: Transcript) -> EpisodePage:
    title = f"The tale of lamp {number}"
    episode = Episode(
        title=title,
        number=number,
        season=number // 50,
        link=f"{number}.html",
        duration=1750,
        enclosures=(Enclosure(url=f"{number}.mp3", type="audio/mpeg"),),
        description="A keeper's tale of fog and fire. " * 5,
    )
    cues = (Cue(text=title, start=0, end=0), *transcript.cues)
    spoken = attrs.evolve(transcript, cues=cues)
    return attrs.evolve(page, heading=f"Ep #{number}: {title}", episode=episode, transcript=spoken)


def fastest(run: Callable[[], object], rounds: int) -> float:
    """Give the least seconds that a run took of the process's own time."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
