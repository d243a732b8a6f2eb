mkdir d; echo 1 > d/f; echo x > o
cat > Dockerfile <<'EOD'
FROM busybox
ARG V=1
ENV E=1
COPY d /d
RUN echo $V; head -c 9 /dev/urandom > /r1
ADD o /o
RUN head -c 9 /dev/urandom > /r2
LABEL l=1
EOD
s() { docker build -q -t n "$@" . > /dev/null; n1=$(docker run --rm n sha1sum /r1 | cut -c1-8); n2=$(docker run --rm n sha1sum /r2 | cut -c1-8); test "$n1" = "$o1" && printf 'r1 same ' || printf 'r1 new '; test "$n2" = "$o2" && echo 'r2 same' || echo 'r2 new'; o1=$n1; o2=$n2; }
### first and again
s; s
### files
touch -d 2001-01-01 d/f; s; chmod 600 d/f; s; chmod 644 d/f; s; echo 2 > d/f; s; echo 1 > d/f; s; mv d/f d/g; s; mv d/g d/f; s; echo z > unrelated; s; echo y > o; s; echo x > o; s; ln -s f d/l; s; rm d/l; s; mkdir d/empty; s; rmdir d/empty; s; chmod 700 d; s; chmod 755 d; s
### args and text
s --build-arg V=1; s --build-arg V=2; s --build-arg NOPE=1; s --label a=1; s --no-cache; s; s --target ''; sed -i 's/ENV E=1/ENV E=2/' Dockerfile; s; sed -i 's/ENV E=2/ENV E=1/' Dockerfile; s; sed -i 's/LABEL l=1/LABEL l=2/' Dockerfile; s; sed -i 's/^FROM busybox/FROM busybox AS x/' Dockerfile; s; sed -i 's/RUN echo \$V;/RUN  echo $V;/' Dockerfile; s
### prune
docker builder prune -af > /dev/null; s
