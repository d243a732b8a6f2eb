echo x > f; printf 'FROM busybox\nONBUILD RUN echo trig\nONBUILD COPY f /f\n' > P; docker build -q -t par -f P . > /dev/null
cat > Dockerfile <<'EOF'
ARG B=par
FROM $B AS one
ARG V
RUN echo out $V
FROM busybox
COPY --from=one /f /g
ENV A=b \
    C=d
RUN \
  echo   spaced
CMD ["a", \
     "b"]
EOF
### build
docker build -t t --build-arg V=1 --build-arg Q=2 --label x=y . 2>/dev/null | sed 's/context to.*/context/'
### again
docker build -t t:2 -t u --build-arg V=1 --label x=y . 2>/dev/null | sed 's/context to.*/context/'
### no newline at the end
printf 'FROM busybox\nRUN printf "no newline"' > D2; docker build -f D2 . 2>/dev/null | sed 's/context to.*/context/'
### empty continuation
printf 'FROM busybox\nRUN echo a \\\n\n  && echo b\n' > D3; docker build -f D3 . | sed 's/context to.*/context/'
