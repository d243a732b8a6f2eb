printf 'FROM busybox\nWORKDIR /w/d\nRUN rm -rf /w\n' > Dockerfile
### build
docker build -q -t t .
### run makes it again
docker run --rm t pwd; docker run --rm t ls -ld /w/d | cut -c1-10
### -w
docker run --rm -w /new/dir t sh -c 'pwd; ls -la | wc -l'
docker run --rm -w rel t pwd
docker run --rm -w /etc/passwd t pwd; echo "exit $?"
