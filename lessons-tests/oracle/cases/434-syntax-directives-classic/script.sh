try() { printf "$1" > Dockerfile; docker build -q . 2>&1 >/dev/null | tail -n 1; }
### twice
try '# escape=`\n# escape=`\nFROM busybox\n'
### bad
try '# escape=x\nFROM busybox\n'
### after a blank line
try '\n# escape=x\nFROM busybox\nBOGUS\n'
### upper case
try '#ESCAPE=x\nFROM busybox\n'
### line of only a continuation
try 'FROM busybox\nRUN \\\n'
### end with a backslash
try 'FROM busybox\nCOPY a \\\n\n'
### very strange
try 'FROM busybox\n= 3\n'
try 'FROM busybox\n["a"]\n'
try '\\\nFROM busybox\nX\n'
