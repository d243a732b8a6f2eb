mkdir d; echo f > d/f
e() { docker create "$@" busybox > /dev/null; echo "exit $?"; }
### mount bind
docker run --rm --mount type=bind,source="$PWD"/d,target=/x busybox cat /x/f; docker run --rm --mount type=bind,src="$PWD"/d,dst=/x,ro busybox touch /x/g; echo "exit $?"; docker run --rm --mount "type=bind,\"src=$PWD/d\",destination=/x,readonly=false" busybox sh -c 'echo g > /x/g'; ls d
### relative source
docker run --rm -v ./d:/x busybox ls /x; docker run --rm --mount type=bind,src=./d,dst=/x busybox ls /x; docker run --rm --mount type=bind,src=d,dst=/x busybox ls /x; echo "exit $?"; docker run --rm -v d:/x busybox ls -A /x; docker volume ls -q
### missing source
e --mount type=bind,src=/nope/dir,dst=/x; docker run --rm -v "$PWD"/made/here:/x busybox ls -Ad /x; ls -d made/here
docker run --rm --mount type=bind,src="$PWD"/made2,dst=/x,bind-create-src busybox ls -d /x; ls -d made2
### file over dir and dir over file
docker run --rm -v "$PWD"/d/f:/tmp busybox true; echo "exit $?"; docker run --rm -v "$PWD"/d:/etc/passwd busybox true; echo "exit $?"
docker run --rm -v "$PWD"/d/f:/new/path/f busybox cat /new/path/f
### mount errors
e --mount ''; e --mount type=bind; e --mount type=bind,src=/tmp; e --mount src=/tmp,dst=/x; e --mount type=foo,dst=/x; e --mount type=bind,src=/tmp,dst=rel; e --mount type=volume,dst=/; e --mount dst=/x,bogus=1; e --mount type=bind,src=/tmp,dst=/x,volume-nocopy; e --mount type=volume,src=v,dst=/x,bind-propagation=shared; e --mount type=bind,src=/tmp,dst=/x,bind-propagation=nope; e --mount type; e --mount type=volume,src=/abs,dst=/x; e --mount type=bind,src=/tmp,dst=/x,ro=maybe
### v errors
e -v ''; e -v :; e -v :/x; e -v a:b; e -v /x:; e -v /tmp:/x:bad; e -v /tmp:/x:ro,rw; e -v a:/x:ro:z; e -v 'in valid:/x'; e -v /tmp:/; e -v rel; e -v .:/x:nocopy; e -v v:/x:nocopy; e -v /a/../b; e -v ab:/x -v cd:/x; e -v /tmp:/x -v /tmp:/x/; e --volume-driver nope --pull never -v vv:/x
