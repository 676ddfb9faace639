/* The least that a program can do: what starting one costs here, with whatever it is linked with. */
#include <stdio.h>

int main(void) {
    return puts("floor") < 0;
}
