cat > Dockerfile <<'EOD'
FROM busybox AS s
RUN mkdir -p /o/d/e && echo f > /o/f && chmod 4755 /o/f && chown 5:6 /o/f && ln -s f /o/l && ln /o/f /o/h && chmod 1777 /o/d && chown 7:8 /o/d && chmod 700 /o && chown 9 /o && touch -d '2001-02-03 04:05:06' /o/f /o/d/e
FROM busybox
COPY --from=s /o /n
COPY --from=s /o/f /one
COPY --from=s --chown=1:1 /o /c
COPY --from=s /o/l /lnk
COPY --from=s /o/* /g/
USER nobody
COPY --from=s /o/d /dd
EOD
### build
docker build -q -t t .; echo "exit $?"
docker run --rm -u 0 t sh -c 'cd /; find n one c lnk g dd | sort | while read f; do stat -c "%a %u:%g %h %F %n" $f; done; stat -c %Y /n/f /one /n/d/e'
