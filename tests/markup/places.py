"""URLs as they stand in real show notes, by the kind and the platform of the place they lead to.

Of each there are the forms that differ: regions, short links, old addresses, added parameters.
"""

__all__ = ["PLACES"]

_URLS = """
follow apple_podcasts
    https://podcasts.apple.com/us/podcast/feminist-wellness/id1456107520
    https://podcasts.apple.com/podcast/id1456107520
    https://podcasts.apple.com/de/podcast/lage-der-nation/id1092361829
    https://podcasts.apple.com/gb/podcast/in-our-time/id73330895?mt=2&ls=1
    https://podcasts.apple.com/us/podcast/tides/id1?itsct=podcast_box_link&itscg=30200&at=1000lHKX
    https://podcasts.apple.com/us/channel/wondery/id6442504102
    https://geo.podcasts.apple.com/fr/podcast/id1456107520
    https://itunes.apple.com/us/podcast/javascript-jabber/id496893300?mt=2
    https://itunes.apple.com/podcast/id496893300
    https://itunes.apple.com/us/id496893300?mt=2
    https://geo.itunes.apple.com/us/podcast/javascript-jabber/id496893300?mt=2&app=podcast
    http://itunes.apple.com/WebObjects/MZStore.woa/wa/viewPodcast?id=74844393
    https://apple.co/2HhJqLT
follow spotify
    https://open.spotify.com/show/2TpxZ7JUBn3uw46aR7qd6V
    https://open.spotify.com/show/2TpxZ7JUBn3uw46aR7qd6V?si=9b2c4d1f&nd=1
    https://open.spotify.com/intl-de/show/2TpxZ7JUBn3uw46aR7qd6V
    https://open.spotify.com/embed/show/2TpxZ7JUBn3uw46aR7qd6V
    https://open.spotify.com/embed-podcast/show/2TpxZ7JUBn3uw46aR7qd6V
    https://spoti.fi/2XyZabc
    https://spotify.link/AbCdEfGhIjb
    https://anchor.fm/tides
    https://creators.spotify.com/pod/show/tides
    https://creators.spotify.com/pod/profile/tides/
    https://podcasters.spotify.com/pod/show/tides
follow overcast
    https://overcast.fm/itunes496893300
    https://overcast.fm/itunes496893300/javascript-jabber
    https://www.overcast.fm/itunes496893300
    http://overcast.fm/itunes496893300?at=11lxyz
    https://overcast.fm/p212345-Ab12Cd
    HTTPS://OVERCAST.FM/ITUNES496893300
follow pocket_casts
    https://pca.st/itunes/496893300
    https://pca.st/AbCd
    https://pca.st/podcast/43d8a4f0-2f8c-0130-c8a4-723c91aeae46
    https://play.pocketcasts.com/podcasts/43d8a4f0-2f8c-0130-c8a4-723c91aeae46
    https://pocketcasts.com/podcast/tides/43d8a4f0-2f8c-0130-c8a4-723c91aeae46
    http://pcasts.in/tides
    https://pca.st/private/43d8a4f0-2f8c-0130-c8a4-723c91aeae46
follow youtube
    https://www.youtube.com/@tides
    https://www.youtube.com/@tides/videos?sub_confirmation=1
    https://www.youtube.com/c/TidesAndTales
    https://youtube.com/channel/UCX6OQ3DkcsbYNE6H8uQQuVA
    https://m.youtube.com/user/tides
    https://www.youtube.com/playlist?list=PLq1-9sW3LxuIL
    https://www.youtube.com/TidesAndTales
    https://www.youtube.com/tides/?sub_confirmation=1
follow youtube_music
    https://music.youtube.com/playlist?list=PLq1-9sW3LxuIL
    https://music.youtube.com/library/podcasts?addrssfeed=aHR0cHM6Ly9leGFtcGxlLmNvbS8
    https://music.youtube.com/channel/UCX6OQ3DkcsbYNE6H8uQQuVA
    https://music.youtube.com/browse/MPSPPLq1-9sW3LxuIL
    https://music.youtube.com/@tides
    https://music.youtube.com/playlist?list=PLq1-9sW3LxuIL&feature=shared
follow amazon_music
    https://music.amazon.com/podcasts/7b8e1c4f-1f5b-4f7a-9f0e-7a0d6a2b1c3d
    https://music.amazon.com/podcasts/7b8e1c4f-1f5b-4f7a-9f0e-7a0d6a2b1c3d/tides-and-tales
    https://music.amazon.co.uk/podcasts/7b8e1c4f-1f5b-4f7a-9f0e-7a0d6a2b1c3d
    https://music.amazon.de/podcasts/7b8e1c4f-1f5b-4f7a-9f0e-7a0d6a2b1c3d
    https://music.amazon.com.mx/podcasts/7b8e1c4f-1f5b-4f7a-9f0e-7a0d6a2b1c3d
    https://music.amazon.co.jp/podcasts/7b8e1c4f-1f5b-4f7a-9f0e-7a0d6a2b1c3d?ref=dm_sh_1
follow audible
    https://www.audible.com/pd/The-Daily-Podcast/B08JJNQ1QN
    https://www.audible.com/podcast/The-Daily/B08JJNQ1QN
    https://www.audible.co.uk/pd/Tides-Podcast/B08JJNQ1QN?action_code=ASSGB149080119000H
    https://www.audible.de/pd/Tides-Podcast/B08JJNQ1QN
    https://www.audible.fr/pd/Tides-Podcast/B08JJNQ1QN
    https://www.audible.com.au/podcast/Tides/B08JJNQ1QN
follow iheart
    https://www.iheart.com/podcast/269-tides-and-tales-28457653/
    https://www.iheart.com/podcast/28457653
    https://iheart.com/podcast/tides-28457653?cmp=web_share
    http://www.iheart.com/show/263-tides/
    https://www.iheart.com/podcast/1119-tides-28457653/?embed=true
    https://www.iheart.com/ca/podcast/269-tides-28457653/
follow castbox
    https://castbox.fm/channel/id1234567?country=us
    https://castbox.fm/channel/Tides-and-Tales-id1234567?utm_source=website&utm_medium=dlink
    https://castbox.fm/vic/496893300
    https://castbox.fm/va/1234567
    https://castbox.fm/vc/1234567
    http://www.castbox.fm/channel/1234567
follow podcast_addict
    https://podcastaddict.com/podcast/tides/1234567
    https://podcastaddict.com/podcast/1234567
    https://podcastaddict.com/feed/https%3A%2F%2Fexample.com%2Ffeed.xml
    https://podcastaddict.com/?podId=1234567
    https://www.podcastaddict.com/podcast/1234567
    https://podplayer.net/?podId=1234567
follow antennapod
    https://antennapod.org/deeplink/subscribe?url=https://example.com/feed.xml
    https://antennapod.org/deeplink/subscribe?url=https%3A%2F%2Fexample.com%2Ffeed&title=Tides
    https://antennapod.org/deeplink/subscribe/?url=example.com/feed
    https://www.antennapod.org/deeplink/subscribe?url=https://example.com/feed
    http://antennapod.org/deeplink/subscribe?url=https://example.com/rss
    https://antennapod.org/deeplink/subscribe.html?url=https://example.com/rss
follow podverse
    https://podverse.fm/podcast/0mNBoYTb1Xr
    https://www.podverse.fm/podcast/0mNBoYTb1Xr?sort=top-past-week
    https://api.podverse.fm/api/v1/podcast/podcastindex/920666
    https://beta.podverse.fm/podcast/0mNBoYTb1Xr
    https://podverse.fm/es/podcast/0mNBoYTb1Xr
    http://podverse.fm/podcast/0mNBoYTb1Xr/
follow fountain
    https://fountain.fm/show/cK1XMIB0IMU0ArcvPEI2
    https://www.fountain.fm/show/cK1XMIB0IMU0ArcvPEI2
    https://fountain.fm/show/cK1XMIB0IMU0ArcvPEI2?payment=1
    https://fountain.fm/show/920666/
    http://fountain.fm/show/920666
    https://play.fountain.fm/show/cK1XMIB0IMU0ArcvPEI2
follow tunein
    https://tunein.com/podcasts/Science-Podcasts/Tides-p1234567/
    https://tunein.com/podcasts/p1234567/
    https://tunein.com/radio/Tides-p1234567/
    http://tun.in/pjNzI
    https://www.tunein.com/podcasts/p1234567
    https://m.tunein.com/radio/Tides-p1234567/
follow deezer
    https://www.deezer.com/show/1234567
    https://www.deezer.com/de/show/1234567
    https://www.deezer.com/us/show/1234567?utm_source=deezer
    https://deezer.com/fr/show/1234567
    https://deezer.page.link/AbCdEfGh
    https://link.deezer.com/s/30AbCdEf
    https://www.deezer.com/pt-br/show/1234567
follow rss
    https://example.com/feed.xml
    https://example.com/feed/
    https://example.com/feed/mp3/
    http://example.com/feed/oga/
    http://example.com/feed/tides/
    https://example.com/feed/podcast/
    https://example.com/category/tides/feed/podcast
    https://example.com/?feed=podcast
    https://example.com/podcast.rss
    https://example.com/index.xml
    https://example.com/feed/atom
    https://example.com/feed.json
    https://example.com/@tides/feed.xml
    https://feeds.buzzsprout.com/1234567.rss
    https://feeds.simplecast.com/AbCdEfGh
    https://feeds.feedburner.com/tides
    http://feeds2.feedburner.com/tides
    https://rss.art19.com/tides
    https://rss.acast.com/tides
    https://feeds.acast.com/public/shows/1a2b3c4d
    https://anchor.fm/s/1a2b3c4/podcast/rss
    https://www.spreaker.com/show/1234567/episodes/feed
    https://feeds.soundcloud.com/users/soundcloud:users:1234567/sounds.rss
    https://www.patreon.com/rss/tides?auth=AbCdEfGh
    https://www.youtube.com/feeds/videos.xml?channel_id=UCX6OQ3DkcsbYNE6H8uQQuVA
    https://tides.libsyn.com/rss
    https://www.omnycontent.com/d/playlist/1/2/3/podcast.rss
    feed:https://example.com/feed
    feed://example.com/feed
    itpc://example.com/feed/podcast
    pcast://example.com/feed
    podcast://example.com/feed
follow google_podcasts
    https://podcasts.google.com/feed/aHR0cHM6Ly9leGFtcGxlLmNvbS8
    https://podcasts.google.com/?feed=aHR0cHM6Ly9leGFtcGxlLmNvbS8
    https://podcasts.google.com/subscribe-by-rss-feed?feed=aHR0cHM6Ly9leGFtcGxlLmNvbS8
    https://www.google.com/podcasts?feed=aHR0cHM6Ly9leGFtcGxlLmNvbS8
    https://www.google.de/podcasts?feed=aHR0cHM6Ly9leGFtcGxlLmNvbS8
    https://podcasts.google.com/feed/aHR0cHM6Ly9leGFtcGxlLmNvbS8?sa=X&ved=0CAUQrrcFahcKEwj
follow google_play_music
    https://play.google.com/music/listen?u=0#/ps/Ifqlnq7zxp5pgoa
    https://play.google.com/music/m/Ifqlnq7zxp5pgoa?t=Tides
    https://playmusic.app.goo.gl/?ibi=com.google.PlayMusic&isi=691797987
    https://play.google.com/music/listen#/ps/Ifqlnq7zxp5pgoa
    http://play.google.com/music/m/Ifqlnq7zxp5pgoa
    https://play.google.com/music/podcasts/portal#p:id=playpodcast/series
follow stitcher
    https://www.stitcher.com/show/tides
    https://www.stitcher.com/podcast/tides
    http://www.stitcher.com/s?fid=12345&refid=stpr
    https://app.stitcher.com/browse/feed/12345
    https://stitcher.com/podcast/tides-network/tides
    https://listen.stitcher.com/yvap/?af_dp=stitcher://show/12345
follow castro
    https://castro.fm/itunes/496893300
    https://castro.fm/podcast/1a2b3c4d-0000-4000-8000-000000000000
    http://castro.fm/itunes/496893300
    https://www.castro.fm/itunes/496893300
    https://castro.fm/itunes/496893300?ref=site
    https://castro.fm/podcast/tides
follow goodpods
    https://www.goodpods.com/podcasts-aid/496893300
    https://goodpods.com/podcasts/tides-and-tales-12345
    https://www.goodpods.com/podcasts/12345
    https://goodpods.com/podcasts/tides
    https://goodpods.com/podcasts-aid/496893300?share=1
    https://share.goodpods.com/tides
follow pandora
    https://www.pandora.com/podcast/tides/PC:1234567
    https://pandora.com/podcast/tides/PC:1234567
    https://www.pandora.com/podcast/tides/PC:1234567?part=ug
    https://www.pandora.com/podcast/PC:1234567
    http://www.pandora.com/podcast/tides-and-tales/PC:1234567
follow ivoox
    https://www.ivoox.com/podcast-mareas_sq_f1123456_1.html
    https://www.ivoox.com/mareas_sq_f1123456_1.html
    https://go.ivoox.com/sq/123456
    https://www.ivoox.com/en/podcast-mareas_sq_f1123456_1.html
    http://mareas.ivoox.com
    https://www.ivoox.com/p_sq_f1123456_1.html
follow podimo
    https://podimo.com/de/shows/gezeiten
    https://podimo.com/es/shows/mareas
    https://podimo.com/dk/shows/tidevand
    https://www.podimo.com/de/shows/1a2b3c4d-0000-4000-8000-000000000000
    https://share.podimo.com/podcast/1a2b3c4d-0000-4000-8000-000000000000
    https://podimo.de/gezeiten
follow player_fm
    https://player.fm/series/tides-and-tales
    https://player.fm/series/series-1234567
    https://de.player.fm/series/gezeiten
    https://player.fm/subscribe?id=https%3A%2F%2Fexample.com%2Ffeed
    https://fr.player.fm/series/marees
    http://player.fm/series/tides
follow podbean
    https://www.podbean.com/itunes/496893300
    https://www.podbean.com/podcast-detail/x5qhi-8f0b9/Tides-Podcast
    https://www.podbean.com/site/podcatcher/index/blog/AbCdEfGh
    https://tides.podbean.com/
    https://tides.podbean.com
    https://www.podbean.com/pd/x5qhi-8f0b9/Tides-Podcast
follow acast
    https://shows.acast.com/tides
    https://play.acast.com/s/tides
    https://www.acast.com/tides
    https://embed.acast.com/tides
    https://open.acast.com/shows/1a2b3c4d-0000-4000-8000-000000000000
    https://shows.acast.com/1a2b3c4d-0000-4000-8000-000000000000
follow none
    https://pod.link/496893300
    https://pod.link/aHR0cHM6Ly9leGFtcGxlLmNvbS8
    https://pods.link/i/496893300
    https://plinkhq.com/i/496893300?to=page
    https://plnk.to/tides
    https://link.chtbl.com/tides
    https://chartable.com/podcasts/tides
    https://tides.lnk.to/podcast
    https://podfollow.com/tides
    https://pod.link/the-guide/
    https://episodes.fm/496893300
    https://followthepodcast.com/tides
    https://smartlink.ausha.co/marees
    https://podlink.to/tides
    https://pod.fo/tides
    https://lnk.to/tides
    https://www.listennotes.com/podcasts/tides-ann-lee-AbCdEfGh/
    https://podnews.net/podcast/496893300
    https://wavve.link/tides
    https://fyyd.de/podcast/gezeiten/0
    https://rephonic.com/podcasts/tides
media apple_podcasts
    https://podcasts.apple.com/us/podcast/fog/id1456107520?i=1000650766379
    https://podcasts.apple.com/us/podcast/tides/id1456107520?mt=2&i=1000650766379
    https://podcasts.apple.com/podcast/id1456107520?i=1000650766379&l=de
    https://itunes.apple.com/us/podcast/fog/id1456107520?i=1000650766379&mt=2
    https://geo.itunes.apple.com/us/podcast/fog/id1456107520?i=1000650766379
    https://embed.podcasts.apple.com/us/podcast/fog/id1456107520?i=1000650766379
media spotify
    https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk
    https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk?si=1a2b&t=754
    https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk
    https://open.spotify.com/embed-podcast/episode/4rOoJ6Egrf8K2IrywzwOMk
    https://open.spotify.com/intl-fr/episode/4rOoJ6Egrf8K2IrywzwOMk
    https://anchor.fm/tides/episodes/Fog-e1a2b3c
    https://creators.spotify.com/pod/show/tides/episodes/Fog-e1a2b3c
    https://podcasters.spotify.com/pod/show/tides/embed/episodes/Fog-e1a2b3c
    https://anchor.fm/s/9789fe8/podcast/play/2619311/https%3A%2F%2Fexample.com%2F270.mp3
media fountain
    https://fountain.fm/episode/1QVlKhJBkN4OudNtoGK7
    https://www.fountain.fm/episode/1QVlKhJBkN4OudNtoGK7
    https://fountain.fm/clip/1QVlKhJBkN4OudNtoGK7
    https://fountain.fm/track/1QVlKhJBkN4OudNtoGK7
    https://fountain.fm/episode/1234567890?payment=1
    http://fountain.fm/episode/1234567890
media podcast_index
    https://podcastindex.org/podcast/6754125?episode=29831105835
media youtube
    https://www.youtube.com/watch?v=dQw4w9WgXcQ
    https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s&list=PL1
    https://m.youtube.com/watch?v=dQw4w9WgXcQ
    https://youtu.be/dQw4w9WgXcQ?si=1a2b
    https://www.youtube.com/live/dQw4w9WgXcQ
    https://www.youtube.com/shorts/dQw4w9WgXcQ
    https://www.youtube.com/embed/dQw4w9WgXcQ
    https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ
    https://www.youtube.com/v/dQw4w9WgXcQ
    https://www.youtube.com/clip/UgkxAbCdEfGh
media none
    https://example.com/270.mp3
    https://www.podtrac.com/pts/redirect.mp3/traffic.libsyn.com/secure/tides/270.mp3?dest-id=1
    https://op3.dev/e/example.com/270.mp3
    https://sphinx.acast.com/p/open/s/1a2b/e/3c4d/media.mp3
    https://traffic.megaphone.fm/ABC1234567890.mp3?updated=1711616400
    https://chtbl.com/track/12345/example.com/270.mp3
    https://mgln.ai/e/1/example.com/270.M4A
    https://prfx.byspotify.com/e/example.com/270.mp3
    https://www.buzzsprout.com/1234567/7654321-fog.mp3?download=true
    https://example.com/270.opus
    https://example.com/video/270.mp4#t=60
    https://example.com/live/stream.m3u8
    https://pod.link/496893300/episode/1a2b3c4d
    https://podfollow.com/tides/episode/1a2b3c4d/view
media castbox
    https://castbox.fm/episode/Fog-id1234567-id7654321
    https://castbox.fm/episode/Fog-id1234567-id7654321?country=de
    https://www.castbox.fm/episode/Fog-id1234567-id7654321
    http://castbox.fm/episode/fog-id1-id2
    https://castbox.fm/episode/id1234567-id7654321
    https://castbox.fm/episode/Fog-id1-id2?utm_source=podcaster&utm_medium=dlink
media overcast
    https://overcast.fm/+BsUbQxAbC
    https://overcast.fm/+BsUbQxAbC/12:34
    http://overcast.fm/+BsUbQxAbC
    https://www.overcast.fm/+BsUbQxAbC
    https://overcast.fm/+BsUbQxAbC/0:05
    https://overcast.fm/+AAbCdE?x=1
media pocket_casts
    https://pca.st/episode/43d8a4f0-2f8c-0130-c8a4-723c91aeae46
    https://pca.st/episode/43d8a4f0-2f8c-0130-c8a4-723c91aeae46?t=754
    https://play.pocketcasts.com/podcasts/43d8a4f0-2f8c-0130-c8a4-723c91aeae46/53d8a4f0-2f8c-0130-c8a4-723c91aeae46
    https://pocketcasts.com/podcasts/43d8a4f0-2f8c-0130-c8a4-723c91aeae46/53d8a4f0-2f8c-0130-c8a4-723c91aeae46
    https://pocketcasts.com/podcast/tides/43d8a4f0-2f8c-0130-c8a4-723c91aeae46/fog/53d8a4f0-2f8c-0130-c8a4-723c91aeae46
    https://pocketcasts.com/episode/43d8a4f0-2f8c-0130-c8a4-723c91aeae46
media soundcloud
    https://feeds.soundcloud.com/stream/1234567-ann-fog.mp3
    https://soundcloud.com/ann/fog
    https://soundcloud.com/ann/fog?utm_source=clipboard
    https://m.soundcloud.com/ann/fog
    https://soundcloud.com/ann/sets/tides
    https://www.soundcloud.com/ann/fog
    https://soundcloud.com/ann/fog/s-AbCdE
media vimeo
    https://vimeo.com/123456789
    https://player.vimeo.com/video/123456789?h=1a2b
    https://www.vimeo.com/123456789
    https://vimeo.com/showcase/1234567
    https://vimeo.com/channels/tides/123456789
    http://vimeo.com/123456789#t=60s
media stitcher
    https://www.stitcher.com/show/tides/episode/fog-12345
    https://www.stitcher.com/podcast/tides/e/12345
    https://www.stitcher.com/s?eid=12345
    https://stitcher.com/podcast/tides/e/12345?autoplay=true
    https://www.stitcher.com/s?x=1&eid=12345
    http://www.stitcher.com/podcast/network/tides/e/fog-12345
media acast
    https://shows.acast.com/tides/episodes/fog
    https://play.acast.com/s/tides/episodes/fog
    https://shows.acast.com/tides/episodes/270-fog?x=1
    https://shows.acast.com/1a2b3c4d/episodes/5e6f7a8b
    http://shows.acast.com/tides/episodes/fog
    https://www.shows.acast.com/tides/episodes/fog
social x
    https://twitter.com/tides
    https://www.twitter.com/tides
    https://mobile.twitter.com/tides
    https://x.com/tides?s=21
    https://twitter.com/tides/status/1773000000000000000
    https://twitter.com/intent/follow?screen_name=tides
social instagram
    https://www.instagram.com/tides/
    https://instagram.com/tides?igshid=YmMyMTA2M2Y=
    https://www.instagram.com/p/CxAbCdEfGhI/
    https://www.instagram.com/reel/CxAbCdEfGhI/
    https://instagr.am/tides
    https://ig.me/m/tides
social facebook
    https://www.facebook.com/tides
    https://www.facebook.com/groups/tides/
    https://m.facebook.com/tides
    https://de-de.facebook.com/tides/
    https://fb.me/tides
    https://fb.com/tides
    https://fb.watch/AbCdEfGh/
    https://m.me/tides
social threads
    https://www.threads.net/@tides
    https://threads.net/@tides
    https://www.threads.com/@tides
    https://www.threads.net/@tides/post/CxAbCdEfGhI
    https://threads.net/tides
    https://www.threads.com/@tides?xmt=AQF
social bluesky
    https://bsky.app/profile/tides.bsky.social
    https://bsky.app/profile/tides.example.com
    https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur
    https://bsky.app/profile/tides.bsky.social/post/3kabcdefgh2
    https://tides.bsky.social
    https://go.bsky.app/AbCdEfG
    https://bsky.app/starter-pack/tides.bsky.social/3kabcdefgh2
social mastodon
    https://mastodon.social/@tides
    https://chaos.social/@tides
    https://fosstodon.org/@tides/
    https://hachyderm.io/@tides@mastodon.social
    https://mastodon.social/@tides/109876543210987654
    https://mastodon.social/web/@tides
    https://mastodon.social/users/tides
    https://mastodon.online/@tides?x=1
    https://mstdn.social/@tides
social linkedin
    https://www.linkedin.com/in/ann-lee-12345/
    https://www.linkedin.com/company/tides/
    https://de.linkedin.com/in/ann-lee
    https://linkedin.com/showcase/tides
    https://lnkd.in/eAbCdEf
    https://www.linkedin.com/posts/ann-lee_fog-activity-7178000000000000000-AbCd
social tiktok
    https://www.tiktok.com/@tides
    https://tiktok.com/@tides?lang=en
    https://www.tiktok.com/@tides/video/7300000000000000000
    https://vm.tiktok.com/ZMAbCdEfG/
    https://m.tiktok.com/@tides
    https://www.tiktok.com/tag/tides
social discord
    https://discord.gg/AbCdEf
    https://discord.com/invite/AbCdEf
    https://discordapp.com/invite/AbCdEf
    https://www.discord.gg/AbCdEf
    https://discord.com/channels/123456789012345678
    https://discord.gg/invite/AbCdEf
social telegram
    https://t.me/tides
    https://t.me/s/tides
    https://t.me/+AbCdEfGhIjK
    https://t.me/joinchat/AbCdEfGhIjK
    https://telegram.me/tides
    http://www.t.me/tides
social reddit
    https://www.reddit.com/r/tides/
    https://old.reddit.com/r/tides
    https://www.reddit.com/user/tides
    https://reddit.com/u/tides
    https://redd.it/1abcde
    https://www.reddit.com/r/tides/comments/1abcde/fog/
social pinterest
    https://www.pinterest.com/tides/
    https://www.pinterest.de/tides/
    https://www.pinterest.co.uk/tides/
    https://pin.it/1AbCdEf
    https://pinterest.com/pin/123456789012345678/
    https://www.pinterest.fr/tides/
social whatsapp
    https://wa.me/4915112345678
    https://chat.whatsapp.com/AbCdEfGhIjK
    https://whatsapp.com/channel/0029VaAbCdEfGh
    https://www.whatsapp.com/channel/0029VaAbCdEfGh
    https://api.whatsapp.com/send?phone=4915112345678
    https://wa.me/message/ABCDEFGH
social tumblr
    https://tides.tumblr.com/
    https://www.tumblr.com/tides
    https://tides.tumblr.com/post/123
    https://tumblr.com/tides
    http://tides.tumblr.com
    https://www.tumblr.com/blog/view/tides
review apple_podcasts
    https://podcasts.apple.com/us/podcast/tides/id1456107520?action=write-review
    https://podcasts.apple.com/podcast/id1456107520?mt=2&action=write-review
    https://podcasts.apple.com/de/podcast/id1456107520?see-all=reviews
    https://itunes.apple.com/us/podcast/tides/id1456107520?action=write-review
    https://geo.itunes.apple.com/us/podcast/id1456107520?action=write-review
    https://podcasts.apple.com/us/podcast/tides/id1456107520?ls=1&action=write-review&at=1000lHKX
review none
    https://ratethispodcast.com/tides
    http://www.ratethispodcast.com/tides
    https://lovethepodcast.com/tides
    https://www.lovethepodcast.com/tides
    https://lovethepodcast.com/AbCdEf?x=1
    https://ratethispodcast.com/tides/apple
review podchaser
    https://www.podchaser.com/podcasts/tides-1234567
    https://www.podchaser.com/podcasts/tides-1234567/reviews
    https://www.podchaser.com/tides
    https://podchaser.com/f/pod/496893300
    https://www.podchaser.com/podcasts/tides-1234567#reviews
    https://www.podchaser.com/podcasts/tides-1234567?utm_source=site
sponsor none
    https://example.com/lamps?utm_source=tides&utm_medium=podcast&utm_campaign=q1
    https://example.com/?utm_medium=audio&utm_source=tides
    https://example.com/?utm_source=podcast&utm_campaign=tides
    https://example.com/?utm_source=tides_podcast
    https://example.com/lamps?irclickid=AbC&utm_medium=x
    https://example.com/lamps?coupon=TIDES20
    https://example.com/lamps?promo_code=TIDES
    https://example.com/discount/TIDES
    https://www.shareasale.com/r.cfm?b=1&u=2&m=3
    https://shareasale.com/u.cfm?d=1&m=2&u=3
    https://www.anrdoezrs.net/click-1-2?url=https%3A%2F%2Fexample.com
    https://www.awin1.com/cread.php?awinmid=1&awinaffid=2&ued=https%3A%2F%2Fexample.com
    https://lamps.pxf.io/c/1/2/3
    https://lamps.sjv.io/AbCdE
    https://click.linksynergy.com/deeplink?id=AbC&mid=1&murl=https%3A%2F%2Fexample.com
    https://prf.hn/click/camref:1101lAbC
    https://www.audibletrial.com/tides
    https://anchor.fm/app
book none
    https://www.amazon.com/Be-Cake/dp/0140449132/ref=sr_1_1?keywords=cake
    https://www.amazon.com/dp/0140449132?tag=tides-20
    https://amazon.com/gp/product/014044913X
    https://www.amazon.de/gp/aw/d/3123456784
    https://www.amazon.co.uk/exec/obidos/ASIN/0140449132
    https://www.amazon.com/Be-Cake-Ann-Lee-ebook/dp/B00ABCDEFG
    https://www.amazon.com/author/annlee
    https://www.amazon.co.uk/Ann-Lee/e/B07ABCDEFG?ref=sr_1
    https://amzn.com/0140449132
    https://bookshop.org/a/12345/9780140449136
    https://bookshop.org/p/books/be-cake-ann-lee/12345?ean=9780140449136
    https://uk.bookshop.org/lists/tides
    https://www.thalia.de/shop/home/artikeldetails/A1012345678
    https://www.thalia.at/shop/home/artikeldetails/A1012345678
    https://www.hugendubel.de/de/buch/ann_lee-cake-12345-produkt-details.html
    https://livre.fnac.com/a1234567/Ann-Lee-Marees
    https://www.leslibraires.fr/livre/12345-marees
    https://www.placedeslibraires.fr/livre/9782012345678
    https://www.casadellibro.com/libro-mareas/9788412345678/12345
    https://www.todostuslibros.com/libros/mareas_978-84-123-4567-8
    https://www.goodreads.com/book/show/12345.Be_Cake
    https://www.barnesandnoble.com/w/be-cake-ann-lee/1234567890?ean=9780140449136
    https://www.waterstones.com/book/be-cake/ann-lee/9780140449136
    https://www.penguinrandomhouse.com/books/12345/be-cake-by-ann-lee/
    https://www.indiebound.org/book/9780140449136
    https://libro.fm/audiobooks/9780140449136
    https://www.audible.com/pd/Be-Cake-Audiobook/B00ABCDEFG
    https://www.audible.de/pd/Gezeiten-Hoerbuch/B00ABCDEFG
    https://itunes.apple.com/us/book/be-cake/id12345
    https://books.apple.com/us/book/be-cake/id12345
    https://play.google.com/store/books/details?id=AbCdEf
    https://www.kobo.com/us/en/ebook/be-cake
    https://www.oreilly.com/library/view/be-cake/9781234567890/
    https://www.manning.com/books/be-cake
    https://pragprog.com/titles/tides/be-cake/
    https://leanpub.com/becake
    https://books2read.com/becake
shop none
    https://www.amazon.com/Lamp/dp/B01ABCDEFG?tag=tides-20
    https://amzn.to/2XyZabc
    https://a.co/d/1AbCdEf
    https://amzn.eu/d/1AbCdEf
    https://www.ebay.de/itm/12345
    https://shop.example.com/products/mug
    https://store.example.com/
    https://example.com/shop/
    https://example.com/store/mug
    https://example.com/de/shop/becher
    https://boutique.example.fr/
    https://example.es/tienda/
    https://tides.myshopify.com/products/mug
    https://www.teepublic.com/stores/tides
    https://www.redbubble.com/people/tides/shop
    https://www.etsy.com/shop/tides
    https://shop.spreadshirt.de/gezeiten/
    https://tides.myspreadshop.de/
    https://tides.gumroad.com/l/mug
    https://www.fnac.com/a1234567/Lampe
    https://tides.bigcartel.com/product/mug
    https://tides.threadless.com/
    https://www.bonfire.com/tides/
    https://cottonbureau.com/people/tides
support patreon
    https://www.patreon.com/tides
    https://patreon.com/tides
    https://www.patreon.com/c/tides
    https://www.patreon.com/join/tides
    https://www.patreon.com/bePatron?u=12345
    https://www.patreon.com/user?u=12345
    https://patreon.com/posts/fog-12345
support ko_fi
    https://ko-fi.com/tides
    https://www.ko-fi.com/tides
    https://ko-fi.com/s/1a2b3c4d5e
    https://ko-fi.com/tides/tiers
    http://ko-fi.com/A123BCD
    https://ko-fi.com/tides?ref=embed
support buy_me_a_coffee
    https://www.buymeacoffee.com/tides
    https://buymeacoffee.com/tides
    https://buymeacoff.ee/tides
    https://bmc.link/tides
    https://coff.ee/tides
    https://www.buymeacoffee.com/tides/membership
support paypal
    https://paypal.me/tides
    https://www.paypal.me/tides/5EUR
    https://www.paypal.com/paypalme/tides
    https://www.paypal.com/donate?hosted_button_id=ABCDEFGHIJKLM
    https://www.paypal.com/donate/?hosted_button_id=ABCDEFGHIJKLM
    https://www.paypal.com/cgi-bin/webscr?cmd=_s-xclick&hosted_button_id=ABCDEFG
    https://www.paypal.com/de/cgi-bin/webscr?cmd=_donations
    https://www.paypal.com/pools/c/8AbCdEf
support steady
    https://steadyhq.com/de/gezeiten
    https://steadyhq.com/en/tides/about
    https://steadyhq.com/gezeiten
    https://steady.page/de/gezeiten
    https://steady.page/en/tides/about
    https://www.steadyhq.com/de/plans/1a2b3c4d
support liberapay
    https://liberapay.com/tides
    https://liberapay.com/tides/donate
    https://fr.liberapay.com/marees
    https://de.liberapay.com/gezeiten/
    https://en.liberapay.com/tides/donate?currency=EUR
    http://liberapay.com/~12345/
support tipeee
    https://www.tipeee.com/marees
    https://fr.tipeee.com/marees
    https://en.tipeee.com/tides
    https://de.tipeee.com/gezeiten
    https://tipeee.com/marees/
    http://www.tipeee.com/marees?x=1
support github_sponsors
    https://github.com/sponsors/tides
    https://github.com/sponsors/tides?frequency=one-time
    https://www.github.com/sponsors/tides
    http://github.com/sponsors/tides
    https://github.com/sponsors/tides/
    https://github.com/sponsors/tides?o=esb
support open_collective
    https://opencollective.com/tides
    https://opencollective.com/tides/donate
    https://www.opencollective.com/tides
    https://opencollective.com/tides/contribute/backer-123/checkout
    https://opencollective.com/tides#contribute
    https://opencollective.com/tides/projects/fog
support none
    https://www.buzzsprout.com/1234567/support
    https://www.buzzsprout.com/1234567/supporters/new
    https://www.spreaker.com/podcast/tides--1234567/support
    https://anchor.fm/tides/support
    https://podcasters.spotify.com/pod/show/tides/support
    https://redcircle.com/tides/donations
    https://supporter.acast.com/tides
    https://plus.acast.com/s/tides
    https://patron.podbean.com/tides
    https://getalby.com/p/tides
    https://cash.app/$tides
    https://www.gofundme.com/f/tides
    https://donorbox.org/tides
    https://www.betterplace.org/de/projects/12345
    https://www.helloasso.com/associations/marees
    https://auphonic.com/donate_credits?user=tides
    https://www.amazon.de/hz/wishlist/ls/1ABCDEFGHIJK
    https://www.subscribestar.com/tides
    https://donate.stripe.com/AbCdEf
download none
    https://example.com/worksheet.pdf
    https://example.com/files/slides.PPTX?dl=1
    https://example.com/data.zip
    https://example.com/book.epub
    https://example.com/table.xlsx
    https://example.com/notes.odt
    https://example.com/tool.dmg
    https://example.com/source.tar.gz
    https://drive.google.com/file/d/1AbCdEf/view?usp=sharing
    https://drive.google.com/uc?export=download&id=1AbCdEf
    https://www.dropbox.com/s/1a2b3c/worksheet?dl=0
    https://www.dropbox.com/scl/fi/1a2b3c/worksheet.pdf?rlkey=1
transcript none
    https://example.com/20/transcript
    https://example.com/20/transcript.html
    https://example.com/transcripts/20
    https://www.npr.org/transcripts/1197954171
    https://share.transistor.fm/s/1a2b3c4d/transcript.txt
    https://feeds.buzzsprout.com/1234567/7654321/transcript
    https://example.com/20.vtt
    https://example.com/20.srt?v=2
    https://example.com/files/ep20-transcript.pdf
    https://example.com/Episode_20_Transcript.docx
    https://example.com/folge/20/transkript
    https://example.com/20#transcript
    https://otter.ai/u/AbCdEfGh
text_message none
    https://www.buzzsprout.com/twilio/text_messages/1234567/open_sms
    sms:+19175408447
    SMS:+19175408447?body=Hi
    sms:12345
    sms:+1-917-540-8447
    sms:+19175408447&body=Hi
email none
    mailto:ann@example.com
    mailto:ann@example.com?subject=Tides
    MAILTO:ann@example.com
    mailto:ann+tides@example.com
    mailto:?subject=Tides
    mailto:ann@example.com,bob@example.com
phone none
    tel:+19175408447
    tel:917-540-8447
    TEL:+1(917)540-8447
    tel:+49-30-1234567
    tel:112
    tel:+19175408447;ext=2
other none
    https://example.com/
    https://en.wikipedia.org/wiki/Tide
    https://github.com/ann/tides
    https://github.com/ann/shop
    https://apps.apple.com/us/app/tides/id12345
    https://itunes.apple.com/us/app/tides/id12345?mt=8
    https://itunes.apple.com/us/album/tides/id12345
    https://play.google.com/store/apps/details?id=com.example.tides
    https://www.youtube.com/results?search_query=tides
    https://www.youtube.com/feed/subscriptions
    https://open.spotify.com/track/11dFghVXANMlKmJXsNCbNl
    https://example.com/sitemap.xml
    https://example.com/feedback
    https://example.com/rssfeedback
    https://stackoverflow.com/users/12345/ann
    https://www.npmjs.com/package/@ann/tides
    https://example.com/blog/how-to-write-a-transcript
    https://example.com/storefront
    https://example.com/?utm_source=newsletter&utm_medium=email
    https://paypal.com/
    https://netflix.com/title/12345
    https://bit.ly/2XyZabc
    https://medium.com/
    https://medium.com/@ann/tides-of-the-sea-1a2b3c
    https://acast.com/privacy
    https://aws.amazon.com/blogs/tides
    https://music.amazon.com/albums/B00ABCDEFG
    https://www.podchaser.com/creators/ann-lee-107abc
    https://feed.example.com/images/20.jpg
    https://www.google.com/search?q=podcasts
    /shop
    #transcript
"""


def _read(text):
    place = None
    for line in text.strip().splitlines():
        if line.startswith(" "):
            yield place, line.strip()
        else:
            kind, platform = line.split()
            place = kind, None if platform == "none" else platform


PLACES: dict[tuple[str, str | None], list[str]] = {}
for _place, _url in _read(_URLS):
    PLACES.setdefault(_place, []).append(_url)
