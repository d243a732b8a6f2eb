printf 'FROM scratch AS out\nCOPY d /d\nCOPY f /f\n' > Dockerfile; mkdir d; echo x > d/x; echo f > f; chmod 600 f
### local
docker build -q -o outdir . ; find outdir | sort; docker images -q | wc -l
### tar
docker build -q --output type=tar,dest=o.tar . ; tar tf o.tar | sort
### stdout
docker build -q -o - . | tar tf - | sort
### iidfile
docker build -q --iidfile id -t t . > o; test "$(cat id)" = "$(cat o)" && echo same
### metadata
docker build -q --metadata-file m -t t . > /dev/null; grep -o '"image.name": "[^"]*"' m
### errors
docker build -q -o type=bogus . > /dev/null 2>&1; echo "exit $?"; docker build -q -o type=tar,dest=no/dir/x . > /dev/null 2>&1; echo "exit $?"
