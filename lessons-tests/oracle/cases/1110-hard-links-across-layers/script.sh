docker build -q -t l:1 . >/dev/null
### image
docker run --rm l:1 sh -c 'cat /d/a /d/b /d/c; stat -c "%h %n" /d/a /d/b /d/c /d /d/sub /; [ /d/a -ef /d/b ] && echo same; [ /d/b -ef /d/c ] && echo bc'
### container
docker run --name cc l:1 sh -c 'echo x >> /d/b; cat /d/a /d/b /d/c; stat -c "%h %n" /d/a /d/b /d/c; [ /d/b -ef /d/c ] && echo bc; chmod 600 /d/c; stat -c "%h %a %n" /d/b /d/c'
docker diff cc | sort
docker commit cc l:2 >/dev/null
docker run --rm l:2 sh -c 'cat /d/a /d/b /d/c; stat -c "%h %a %n" /d/a /d/b /d/c'
### more
docker run --rm l:1 sh -c 'rm /d/b; stat -c "%h %n" /d/a /d/c; ln /d/c /d/n; stat -c "%h %n" /d/c /d/n; mv /d/c /d/m; stat -c "%h %n" /d/m /d/n'
docker run --rm l:1 sh -c 'stat -c "%h %n" /etc /tmp /d; mkdir /d/new /tmp/t; stat -c "%h %n" /etc /tmp /d /d/sub'
