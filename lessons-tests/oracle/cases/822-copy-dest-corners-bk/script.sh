mkdir -p d/in; echo f > f; echo g > d/g; echo i > d/in/i
cat > Dockerfile <<'EOD'
FROM busybox
RUN mkdir -p /real/in && ln -s /real /lnk && ln -s /real/file /lf && echo old > /real/file && ln -s nowhere /dang && ln -s /newdir /dangd && mkdir -p /ex/in && chmod 700 /ex && chown 5 /ex && echo keep > /ex/keep
WORKDIR /w
COPY f .
COPY f ./
COPY f sub/
COPY f sub2
COPY f ../up
COPY d .
COPY d dd
COPY d dd/
COPY d /lnk
COPY f /lnk/
COPY f /lf
COPY f /dang
COPY f /dangd/
COPY d /ex
COPY d/in /ex/in
ENV DST=/var/dst
COPY f $DST/
COPY f ${DST}/x
COPY f /a/b/c/d
COPY f /tmp
COPY f /
COPY d/ /
EOD
### build
docker build -q -t t .; echo "exit $?"
docker run --rm t sh -c 'cd /; find w real ex var/dst a newdir up f g in nowhere tmp 2>/dev/null | sort; ls -ld lnk lf dang dangd | tr -s " " | cut -d" " -f1,9-; stat -c "%a %u %n" /ex /ex/in /a /var/dst /tmp /w; cat /real/file /dang'
