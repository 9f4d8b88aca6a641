"""Trains a tiny model for each version that standard input lists, always the same: `scripts/train-example.ts` calls it.

Standard input: JSON, `[{"path": "bucket/folder/version", "format": "sklearn"}, …]`. Argument: the folder to write to.
Beside each version's folder it leaves `<version>.expected.json`: a request, and what the library itself predicts.
"""

import hashlib
import json
import pathlib
import sys

import joblib
import lightgbm
import numpy
import xgboost
from sklearn.linear_model import Ridge

FEATURES = 6
ROWS = 3


def train(format, path, seed):
    """Writes one version, and gives a function that predicts with what was written."""
    random = numpy.random.default_rng(seed)
    inputs = random.normal(size=(120, FEATURES))
    wanted = inputs @ random.normal(size=FEATURES) + numpy.sin(inputs[:, 0]) * random.normal()
    if format == "sklearn":
        joblib.dump(Ridge(alpha=0.1).fit(inputs, wanted), path / "model.joblib")
        # With a signature, so that whoever loads it can try it out.
        signature = {"name": "features", "datatype": "FP64", "shape": [-1, FEATURES]}
        settings = {"implementation": "mlserver_sklearn.SKLearnModel", "inputs": [signature]}
        (path / "model-settings.json").write_text(json.dumps(settings, indent=2) + "\n")
        return joblib.load(path / "model.joblib").predict
    if format == "xgboost":
        model = xgboost.XGBRegressor(n_estimators=8, max_depth=3, n_jobs=1, random_state=0).fit(inputs, wanted)
        model.save_model(path / "model.json")
        model = xgboost.XGBRegressor()
        model.load_model(path / "model.json")
        return model.predict
    if format == "lightgbm":
        options = {"objective": "regression", "num_leaves": 7, "num_threads": 1, "seed": 0, "deterministic": True}
        data = lightgbm.Dataset(inputs, wanted, params={"verbose": -1})
        model = lightgbm.train({**options, "force_row_wise": True, "verbose": -1}, data, num_boost_round=8)
        model.save_model(path / "model.bst")
        return lightgbm.Booster(model_file=str(path / "model.bst")).predict
    raise SystemExit(f"train-example: no model of format {format} can be trained")


def seed_of(text):
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def make(root, path, format):
    folder = root / path
    folder.mkdir(parents=True, exist_ok=True)
    predict = train(format, folder, seed_of(path))
    # All versions of a model are asked the same, and answer otherwise.
    rows = numpy.random.default_rng(seed_of(str(pathlib.PurePath(path).parent))).normal(size=(ROWS, FEATURES))
    data = [float(value) for value in rows.flatten()]
    request = {"inputs": [{"name": "features", "shape": [ROWS, FEATURES], "datatype": "FP64", "data": data}]}
    expected = {"request": request, "predictions": [float(value) for value in predict(rows)]}
    (folder.parent / f"{folder.name}.expected.json").write_text(json.dumps(expected, indent=2) + "\n")


for version in json.load(sys.stdin):
    make(pathlib.Path(sys.argv[1]), version["path"], version["format"])
