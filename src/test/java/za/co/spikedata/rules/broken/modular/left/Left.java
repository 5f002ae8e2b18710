package za.co.spikedata.rules.broken.modular.left;

import za.co.spikedata.rules.broken.modular.right.Right;

record Left(Right right) {}
