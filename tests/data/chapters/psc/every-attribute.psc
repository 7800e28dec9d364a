<?xml version='1.0' encoding='UTF-8'?>
<psc:chapters xmlns:ex="https://example.com/ns" xmlns:psc="http://podlove.org/simple-chapters" version="1.2" ex:by="Ann">
  <psc:chapter start="00:00:00.000" title="Hello"/>
  <psc:chapter start="00:01:34.500" title="Ebb — &quot;low&quot; water 🌊" href="https://example.com/ebb?a=1&amp;b=2" image="https://example.com/ebb.jpg"/>
  <psc:chapter start="01:00:00.250" ex:mood="calm">
    <ex:note>Fog</ex:note>
  </psc:chapter>
</psc:chapters>
