cat > entry.sh <<'EOD'
#!/bin/sh
set -e
echo "entry $# [$*]"
if [ "$1" = serve ]; then shift; echo "serving ${PORT:-80}"; exec sleep "${1:-0}"; fi
: "${NAME:=nobody}"
exec "$@"
EOD
chmod +x entry.sh; printf 'FROM busybox\nCOPY entry.sh /usr/local/bin/\nENTRYPOINT ["entry.sh"]\nCMD ["serve"]\nENV PORT=8080\n' > Dockerfile
### runs
docker build -q -t t . > /dev/null; docker run --rm t; docker run --rm -e PORT=1 t serve; docker run --rm t echo hello 'a b'; docker run --rm t sh -c 'exit 5'; echo "exit $?"; docker run --rm t nosuch; echo "exit $?"; docker run --rm --entrypoint sh t -c 'echo over'; docker run --rm --entrypoint entry.sh t; echo "exit $?"
### not executable, no shebang, crlf
chmod -x entry.sh; docker build -q -t t . > /dev/null; docker run --rm t; echo "exit $?"; printf 'echo no shebang\n' > entry.sh; chmod +x entry.sh; docker build -q -t t . > /dev/null; docker run --rm t; echo "exit $?"; printf '#!/bin/sh\r\necho x\r\n' > entry.sh; docker build -q -t t . > /dev/null; docker run --rm t; echo "exit $?"; printf '#!/no/such\necho x\n' > entry.sh; docker build -q -t t . > /dev/null; docker run --rm t; echo "exit $?"; : > entry.sh; docker build -q -t t . > /dev/null; docker run --rm t; echo "exit $?"
### pid 1
printf '#!/bin/sh\ntrap "echo bye; exit 0" TERM\necho up\nwhile :; do sleep 0.1; done\n' > entry.sh; docker build -q -t t . > /dev/null; docker run -d --name c1 t > /dev/null; while ! docker logs c1 | grep -q up; do :; done; docker stop c1 > /dev/null; docker logs c1; docker inspect -f '{{.State.ExitCode}}' c1
