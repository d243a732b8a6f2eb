### missing
docker save nosuch -o x.tar; echo "exit $?"; test -e x.tar; echo "exit $?"
docker save; echo "exit $?"
docker save busybox -o no/dir/x.tar; echo "exit $?"
### to a directory
mkdir d; docker save busybox -o d; echo "exit $?"
### load
docker save busybox -o x.tar && docker load -i x.tar; docker load -q < x.tar
docker load -i nope.tar; echo "exit $?"
printf junk > junk; docker load -i junk; echo "exit $?"
### layout
tar tf x.tar | grep -v blobs/ | sort; tar xOf x.tar manifest.json | grep -o '"RepoTags":[^]]*]'
