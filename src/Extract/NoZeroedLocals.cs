// Many steps read a whole clause with large structures on the stack; what they do not assign they do not read, so it need not be zeroed at every call.
[module: System.Runtime.CompilerServices.SkipLocalsInit]
