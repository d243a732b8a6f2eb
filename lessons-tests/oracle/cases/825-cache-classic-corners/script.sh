mkdir d; echo 1 > d/f; echo x > o
cat > Dockerfile <<'EOD'
FROM busybox
ARG V=1
ENV E=1
COPY d /d
RUN echo $V > /v
ADD o /o
LABEL l=1
EOD
b() { docker build "$@" . 2>/dev/null | grep -cE 'Using cache'; }
### first and again
b; b
### touch, mode, content, name, add, remove, unrelated
touch -d 2001-01-01 d/f; b; chmod 600 d/f; b; chmod 644 d/f; b; echo 2 > d/f; b; echo 1 > d/f; b; mv d/f d/g; b; mv d/g d/f; b; : > d/new; b; rm d/new; b; echo z > unrelated; b; ln -s f d/l; b; rm d/l; mkdir d/empty; b; rmdir d/empty; b; chmod 700 d; b; chmod 755 d; b
### args
b --build-arg V=1; b --build-arg V=2; b --build-arg NOPE=2; b --label a=1; b --label a=1; b --no-cache; b
### instruction text
sed -i 's/ENV E=1/ENV E="1"/' Dockerfile; b; sed -i 's/RUN echo/RUN  echo/' Dockerfile; b; sed -i 's/LABEL l=1/LABEL l=2/' Dockerfile; b; sed -i 's/ADD o/COPY o/' Dockerfile; b; sed -i 's/^ARG/# c\nARG/' Dockerfile; b; sed -i 's/FROM busybox/FROM busybox AS s/' Dockerfile; b; sed -i 's/^copy/COPY/' Dockerfile; b
### untag keeps cache, rmi drops it
docker build -q -t k . > /dev/null; docker tag k k2; docker rmi k > /dev/null; b; docker rmi k2 > /dev/null; docker image prune -f > /dev/null; b
