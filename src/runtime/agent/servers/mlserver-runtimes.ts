export interface MlserverRuntime {
  readonly implementation: string;
  /** What the model's file may be called, the best first. Empty: the runtime takes the folder. */
  readonly files: readonly string[];
  /** Where none of these is there, the one file that ends so is it. */
  readonly endings: readonly string[];
}

/** MLServer's own runtimes, by format. */
export const mlserverRuntimes: Readonly<Record<string, MlserverRuntime>> = {
  'alibi-detect': { implementation: 'mlserver_alibi_detect.AlibiDetectRuntime', files: [], endings: [] },
  'alibi-explain': { implementation: 'mlserver_alibi_explain.AlibiExplainRuntime', files: [], endings: [] },
  catboost: {
    implementation: 'mlserver_catboost.CatboostModel',
    files: ['model.cbm', 'model.bin'],
    endings: ['.cbm'],
  },
  huggingface: { implementation: 'mlserver_huggingface.HuggingFaceRuntime', files: [], endings: [] },
  lightgbm: {
    implementation: 'mlserver_lightgbm.LightGBMModel',
    files: ['model.bst', 'model.txt', 'model.lgb'],
    endings: ['.bst', '.txt', '.lgb'],
  },
  mlflow: { implementation: 'mlserver_mlflow.MLflowRuntime', files: [], endings: [] },
  sklearn: {
    implementation: 'mlserver_sklearn.SKLearnModel',
    files: ['model.joblib', 'model.pickle', 'model.pkl'],
    endings: ['.joblib', '.pickle', '.pkl'],
  },
  'spark-mlib': { implementation: 'mlserver_mllib.MLlibModel', files: [], endings: [] },
  xgboost: {
    implementation: 'mlserver_xgboost.XGBoostModel',
    files: ['model.bst', 'model.json', 'model.ubj'],
    endings: ['.bst', '.json', '.ubj'],
  },
};

/** Names of files that make a folder a model of this format, for whoever has to find it among folders of versions. */
export function modelFiles(format: string): readonly string[] {
  return mlserverRuntimes[format]?.files ?? (format === 'mlflow' ? ['MLmodel'] : []);
}
