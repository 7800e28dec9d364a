<!-- made by hand -->
<chapters version="1.1" xmlns="http://podlove.org/simple-chapters/" by="Ann">
  <chapter start="0" title="A number"/>
  <chapter start="1:05" title="A short clock" href=""/>
  <chapter start="later" title="Not a time"/>
  <chapter title="Without a start"/>
  <chapter start="00:00:30" title="Q & A"/>
</chapters>
