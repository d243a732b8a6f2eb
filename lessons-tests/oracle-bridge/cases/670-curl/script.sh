### answers
docker run -d --name web -p 18300:80 busybox sh -c 'mkdir -p /w/sub /w/cgi-bin; echo hello >/w/index.html; echo text >/w/a.txt; printf "#!/bin/sh\necho Content-type: text/plain; echo; echo \$REQUEST_METHOD \$QUERY_STRING; cat\n" >/w/cgi-bin/x; chmod +x /w/cgi-bin/x; exec httpd -f -h /w' >/dev/null
sleep 0.5
clean() { sed -e 's/^\(< \)\{0,1\}\(Date\|Last-Modified\|ETag\): .*/\1\2: X/' -e 's/OpenSSL[^ ]*/OpenSSL/'; }
curl -s localhost:18300/
curl -s -i localhost:18300/a.txt | clean
curl -s -I localhost:18300/ | clean
curl -s -i localhost:18300/nope | clean
curl -s -i localhost:18300/sub | clean
curl -s -L localhost:18300/sub/../a.txt
curl -s -X POST -i localhost:18300/ | clean
curl -s -d a=1 -d b=2 'localhost:18300/cgi-bin/x?q=1'; echo
curl -s -G -d a=1 --data-urlencode 'b=x y' localhost:18300/cgi-bin/x
curl -s -r 1-2 localhost:18300/a.txt; echo
curl -s -v localhost:18300/a.txt 2>&1 | clean
curl -s -o out -w '%{http_code} %{content_type} %{size_download} %{remote_ip} %{remote_port} %{num_redirects} %{url_effective} %{scheme} %{method}\n' localhost:18300/
cat out
curl -s -O localhost:18300/a.txt; cat a.txt
curl -s localhost:18300/a.txt localhost:18300/index.html
### failures
curl -sS localhost:18399; echo $?
curl -sS -f localhost:18300/nope; echo $?
curl -sS --fail-with-body localhost:18300/nope; echo $?
curl -sS -O localhost:18300/; echo $?
curl -sS -o /nodir/x localhost:18300/; echo $?
curl -sS foo://x; echo $?
curl -sS http://; echo $?
curl; echo $?
curl --nosuch; echo $?
curl -o; echo $?
curl -sS -m foo http://x; echo $?
curl -sS https://localhost:18300/ 2>&1 | clean; echo $?
docker run -d --name idle -p 18301:80 busybox sleep 1000 >/dev/null
curl -sS -m 2 localhost:18301; echo $?
docker run -d --name mute -p 18302:80 busybox nc -ll -p 80 -e sleep 1000 >/dev/null
sleep 0.5
curl -sS -m 1 172.17.0.4 2>&1 | sed 's/after [0-9]*/after N/'
