echo f > f; printf 'FROM busybox\nONBUILD WORKDIR /app\nONBUILD COPY f .\nONBUILD RUN cat f > g\nONBUILD ARG V=1\nONBUILD ENV V=$V\n' > P; docker build -q -f P -t p . > /dev/null
printf 'FROM p\nRUN echo $V > v\n' > Dockerfile
### first
docker build -t t . 2>/dev/null | sed 's/context to.*/context/'
### again
docker build -t t . 2>/dev/null | grep -e Step -e Using -e '# '
### with an argument
docker build -t t --build-arg V=2 . 2>/dev/null | grep -e Step -e Using -e '# '; docker run --rm t cat v
