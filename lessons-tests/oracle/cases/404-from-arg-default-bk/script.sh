cat > Dockerfile <<'EOF'
ARG TAG=latest
ARG IMG
FROM ${IMG:-busybox}:$TAG
ARG TAG
ARG IMG
RUN echo "tag=$TAG img=$IMG" > /v
CMD cat /v
EOF
### defaults
docker build -q -t t . && docker run --rm t
### overridden
docker tag busybox other:v2
docker build -q -t u --build-arg IMG=other --build-arg TAG=v2 . && docker run --rm u
### empty name
printf 'ARG X\nFROM $X\n' > D2
docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
### empty with text
docker build -q -f D2 --build-arg X=busybox . > /dev/null; echo "exit $?"
