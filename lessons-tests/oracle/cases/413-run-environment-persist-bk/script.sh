cat > Dockerfile <<'EOF'
FROM busybox
RUN cd /tmp && export X=1 && umask 077 && touch a
RUN pwd > /pwd; echo "[$X]" > /x; umask > /um; touch /b
RUN sleep 100 & echo started > /bg
RUN ls /proc | grep -c '^[0-9]' > /dev/null; echo $HOSTNAME | wc -c > /hn
RUN exec > /redirected; echo to file
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'cat /pwd /x /um /bg /hn /redirected; stat -c %a /tmp/a /b'
