cat > Dockerfile <<'EOF'
FROM busybox
USER nobody
WORKDIR /home/nobody/app
RUN id -u > /tmp/u; touch f 2> /tmp/err; true
USER root
WORKDIR /srv/x
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'stat -c "%n %U:%G %a" /home /home/nobody /home/nobody/app /srv /srv/x; cat /tmp/u /tmp/err'
### over a file
printf 'FROM busybox\nRUN echo x > /f\nWORKDIR /f\n' > D2
docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
### no argument
printf 'FROM busybox\nWORKDIR\n' > D2
docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
### below a symlink
printf 'FROM busybox\nRUN mkdir /real && ln -s /real /link\nWORKDIR /link/sub\nRUN pwd -P > /p\n' > D3
docker build -q -f D3 -t u . > /dev/null && docker run --rm u sh -c 'cat /p; pwd; ls -d /real/sub'
